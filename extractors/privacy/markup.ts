import { signedSpans } from "./emails.js";
import { contactSpans } from "./plain.js";
import { MARKS, matchesOf, replaced } from "./spans.js";
import { View } from "./view.js";

/** Links that dial: tel:, sms:, wa.me/, phone=. */
const DIALLED = /((?:\btel|\bsms):|wa\.me\/|[?&](?:amp;)?phone=)\+?[\d ().%-]{5,30}/gi;
const DIALS = /tel:|wa\.me|phone=|sms:/;
/** An at sign that markup or an address line escapes: &#64; &#x40; &commat; %40. */
const ESCAPED_SIGN = /&#0{0,4}64;|&#x0{0,4}40;|&commat;|%40/gi;
const BEFORE_SIGN = /[A-Za-z0-9._%+-]{1,64}$/;
const BEHIND_SIGN = /^(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}/;
/** Elements of feeds and job lists that name somebody to contact. */
const PERSON_ELEMENT =
  /<((?:[\w-]{1,20}:)?(?:author|creator|managingEditor|webMaster|contributor|recruiter\w{0,20}|contact[\w-]{0,20}|hiring_?manager\w{0,20}|phone\w{0,20}|telephone|fax|e-?mail\w{0,20}))(\s[^<>]{0,300})?>/gi;
const LONGEST_ELEMENT = 2000;

/** Feeds name authors in elements of their own: their texts are emptied, their tags stay. */
const withoutPersonElements = (xml: string): string => {
  const parts: string[] = [];
  let kept = 0;
  for (const { index, 0: tag, 1: name } of matchesOf(PERSON_ELEMENT, xml)) {
    const from = index + tag.length;
    const length = xml.slice(from, from + LONGEST_ELEMENT).indexOf(`</${name}`);
    if (from < kept || length === -1 || tag.endsWith("/>")) continue;
    const tags = xml.slice(from, from + length).match(/<[A-Za-z/][^<>]*>/g) ?? [];
    parts.push(xml.slice(kept, from), tags.join(""));
    kept = from + length;
  }
  parts.push(xml.slice(kept));
  return parts.join("");
};

const withoutEscapedAddresses = (markup: string): string => {
  const parts: string[] = [];
  let kept = 0;
  for (const { index, 0: sign } of matchesOf(ESCAPED_SIGN, markup)) {
    const from = index + sign.length;
    const behind = BEHIND_SIGN.exec(markup.slice(from, from + 300));
    const before = BEFORE_SIGN.exec(markup.slice(Math.max(kept, index - 64), index));
    if (behind === null || before === null) continue;
    parts.push(markup.slice(kept, index - before[0].length), MARKS.email);
    kept = from + behind[0].length;
  }
  if (kept === 0) return markup;
  parts.push(markup.slice(kept));
  return parts.join("");
};

/** Attributes and comments: addresses and dialling links are all that is looked for outside the text of the page. */
const withoutLinks = (markup: string): string => {
  const silent = DIALS.test(markup) ? markup.replace(DIALLED, (_, link: string) => `${link}${MARKS.phone}`) : markup;
  const plain = withoutEscapedAddresses(silent);
  const spans = plain.includes("@") ? signedSpans(plain) : [];
  return spans.length === 0 ? plain : replaced(plain, spans);
};

const withCleanScripts = (markup: string, view: View, cleanScript: (script: string) => string): string => {
  const parts: string[] = [];
  let kept = 0;
  for (const { start, end } of view.scripts) {
    parts.push(markup.slice(kept, start), cleanScript(markup.slice(start, end)));
    kept = end;
  }
  parts.push(markup.slice(kept));
  return parts.join("");
};

/**
 * HTML or XML without contacts: in the text that readers see, across tags and character references; in the scripts, by
 * `cleanScript`; in feeds' elements that name persons; in mail and dialling links. Tags stay as they are.
 */
export const withoutContactsInHtml = (markup: string, cleanScript: (script: string) => string): string => {
  const isXml = /^\s*<(?:\?xml|rss|feed)/.test(markup);
  const source = isXml ? withoutPersonElements(markup) : markup;
  const view = new View(source);
  const scripted = withCleanScripts(source, view, cleanScript);
  const settledView = scripted === source ? view : new View(scripted);
  const spans = contactSpans(settledView.text);
  return withoutLinks(spans.length === 0 ? scripted : settledView.replaced(spans));
};
