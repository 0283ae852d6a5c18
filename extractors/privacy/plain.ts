import { emailSpans } from "./emails.js";
import { nameSpans } from "./names.js";
import { phoneSpans } from "./phones.js";
import { replaced, type Span, settled } from "./spans.js";

/** The e-mail addresses, telephone numbers and cued names of a plain text, in order and without overlap. */
export const contactSpans = (text: string): Span[] => {
  const proofs = settled(emailSpans(text), phoneSpans(text));
  return settled(proofs, nameSpans(text, proofs));
};

/** No rule looks farther than this for what decides it, UTF-16 units. */
const SIGHT = 130;
/** Something without which no rule can find anything. */
const RESIDUE =
  /@|[\s[({<_-]at[\s\])}>_-]|\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d|recruiter|contact|acquisition|hiring|attn|ask for|touch|reach out/i;

/** True where a removal has brought something into sight that was out of reach before. */
const revealed = (text: string): boolean => {
  for (let at = text.indexOf("["); at !== -1; ) {
    const to = at + SIGHT;
    const near = text.slice(Math.max(0, at - SIGHT), to);
    if (RESIDUE.test(near) && contactSpans(near).length > 0) return true;
    at = text.indexOf("[", to);
  }
  return false;
};

/**
 * A plain text without e-mail addresses, telephone numbers and the names of those to contact: "[e-mail]", "[phone]" and
 * "[name]" stand in their place. The rule, and what deliberately stays, is in `pipelines/PRIVACY.md`. A text without any of
 * them comes back as the same string; doing it twice is doing it once.
 */
export const withoutContacts = (text: string): string => {
  const spans = contactSpans(text);
  if (spans.length === 0) return text;
  const clean = replaced(text, spans);
  return revealed(clean) ? withoutContacts(clean) : clean;
};

/** A short field (an employer, a web address) without e-mail addresses; names and numbers in it are no contact's. */
export const withoutAddresses = (field: string): string => {
  const spans = settled(emailSpans(field));
  return spans.length === 0 ? field : replaced(field, spans);
};
