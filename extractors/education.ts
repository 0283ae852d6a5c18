import { EDUCATIONS, type Education } from "../models/extraction.js";
import { cuesOf } from "./facts/cues.js";
import { degreeAt } from "./facts/degrees.js";
import { after, before, HEADING_REACH, isSoftened, underSoftHeading } from "./facts/window.js";
import { codesOf } from "./text/codes.js";

const NO_NEED_AFTER =
  /^(?:degrees?|diplomas?|education|qualifications?|graduation)\b[^.]{0,30}\b(?:(?:is|are)\s{1,3})?(?:not|n't|n’t)\s{1,3}(?:be\s{1,3})?(?:required|necessary|needed|essential|mandatory|a must)/;
const NO_NEED_BEFORE =
  /\b(?:no|without an?y?)\s{1,3}(?:(?:formal|college|university|specific|particular|four-year|4-year|bachelor'?s?|academic|previous)\s{1,3}){0,2}$/;
const NO_NEED =
  /^(?:degrees?|diplomas?|education(?:al)?|qualifications?)\b(?:[\w\s,-]{0,30}\b(?:required|necessary|needed|requirements?|minimum)|\s{0,3}(?:[.!?)\n]|$)|,?\s{1,3}(?:certificate|diploma))/;

const CHOICE_OF_TRAINING = /\bor\s{1,3}\w{1,20}ing\b/;

/** Up to this many characters on either side of a degree are read. */
const REACH = 130;
/** Enough of them for "education is not required". */
const NEED_REACH = 80;

const saysNone = (text: string, at: number): boolean => {
  if (!cuesOf(text).denies.anyWithin(at - REACH, at + NEED_REACH)) return false;
  const tail = after(text, at, NEED_REACH);
  const [needed, denied] = [NO_NEED.test(tail), NO_NEED_AFTER.test(tail)];
  if (!needed && !denied) return false;
  const lead = before(text, at, REACH);
  return (needed && NO_NEED_BEFORE.test(lead)) || (denied && !CHOICE_OF_TRAINING.test(lead));
};

/** The degree is a benefit, a pupil's, or a colleague's. */
const OTHERS =
  /\btuition|\breimburs|\bscholarship|\bearn (?:your|an?|their)|\bhelp\w* (?:students|you)|\bstudents (?:to )?(?:earn|obtain|complete)|\bwe offer|\bwe (?:will )?pay for|\bleading to an?|\bteam of|\bfounded by|\bour (?:team|founders)|\bassist\w* (?:with|students)|\bcomplete your\b|\badvance your|\bgrant(?:s|ing)?\b|\bsubstitut\w* for (?:a|one|two|the)/;

const DENIED_AFTER = /\bnot required/;
const DENIED = /\bnot\s{1,3}(?:required|necessary|needed|essential)|\bno\s{1,3}$/;

/** First letters of the words with which a posting says that it asks for none: degree, education, diploma, qualification. */
const NEED_INITIALS = codesOf("deqDEQ");

const mayDenyNeed = (text: string, at: number): boolean => NEED_INITIALS[text.charCodeAt(at)] === 1;

/** Whether the degree at `at` is demanded of the applicant: most have no word near that could say otherwise. */
const isDemanded = (text: string, at: number): boolean => {
  const { denies, others, soft } = cuesOf(text);
  const mayBeDenied = denies.anyWithin(at - REACH, at + REACH);
  const mayBeOthers = others.anyWithin(at - REACH, at + REACH);
  const mayBeWish = soft.anyWithin(at - HEADING_REACH, at + REACH);
  if (!mayBeDenied && !mayBeOthers && !mayBeWish) return true;
  const lead = before(text, at, REACH);
  const tail = after(text, at, REACH);
  if (mayBeDenied && (DENIED.test(lead) || DENIED_AFTER.test(tail))) return false;
  if (mayBeOthers && (OTHERS.test(lead) || OTHERS.test(tail))) return false;
  return !mayBeWish || !isWish(text, at, lead, tail);
};

const rank = (level: Education): number => EDUCATIONS.indexOf(level);

/**
 * The lowest degree that a posting demands: of "bachelor's required, master's preferred" the bachelor's; of "BS, MS or PhD" the BS.
 * `none` where the posting says that none is needed and names no other; null where nothing is demanded. Degrees under
 * a heading of wishes, in benefits or of other people do not count. UK school certificates (GCSE) are `high_school`,
 * HNC, HND and foundation degrees `associate`, professional doctorates (JD, MD, PharmD) `doctorate`.
 */
export const readEducation = (text: string): Education | null => {
  let lowest: Education | null = null;
  let none = false;
  const { education } = cuesOf(text);
  for (let i = 0; i < education.count; i++) {
    const at = education.at[i]!;
    const level = degreeAt(text, at);
    if (mayDenyNeed(text, at) && saysNone(text, at)) none = true;
    else if (level !== null && (lowest === null || rank(level) < rank(lowest)) && isDemanded(text, at)) lowest = level;
  }
  return lowest ?? (none ? "none" : null);
};

const FIRM = /\brequired|\bmust\b|\bminimum\b/;
/** The next degree of the sentence has its own say, and so has a remark in brackets. */
const NEXT_DEGREE =
  /\b(?:bachelor|master|associate|ph\.?d|doctor|advanced|mba|high school|diploma|ged|graduate degree|bs|ms)\b|\b(?:bachelor|master|associate)['’]?s/;
const REMARK = /\([^)]*\s[^)]*\)?|\b(?:preferably|and ideally)\b.*$/g;

/** A wish belongs to the degree when it stands in its own clause: "bachelor's required, master's preferred". */
const isWish = (text: string, at: number, lead: string, tail: string): boolean => {
  const plain = tail.replace(REMARK, " ");
  const rest = plain.slice(10);
  const next = rest.search(NEXT_DEGREE);
  const own =
    next < 0 || /^[\s\w'’./,-]{0,14}\b(?:or|and)\s+(?:an?\s+)?$/.test(rest.slice(0, next))
      ? plain
      : plain.slice(0, 10 + next);
  const soft = isSoftened(own);
  if (soft && !FIRM.test(own)) return true;
  if (FIRM.test(own)) return false;
  if (isSoftened(/[^,;()]*$/.exec(lead)?.[0] ?? lead) && !FIRM.test(lead.slice(-30))) return true;
  return underSoftHeading(text, at);
};
