import { isCapital, isSmall } from "../text/codes.js";
import { breaks } from "./clauses.js";
import type { CueHit, Site, Span } from "./site.js";

/** The cue before a mention that governs it. */

/** A "no" reaches this far, and not over a comma. */
const NEGATION_REACH = 30;
/** A cue further away speaks of something else. */
const REACH = 220;
/** "May" this close before a demand takes its force: "may be required". */
const MAY_REACH = 45;

const BETWEEN_NEAR =
  /^[\s-](?:(?:an?|the|either|both|fully|currently|also|already|on|your|valid|current|qualified|specialty|professional|relevant|national)\s){0,3}$/i;
const isRightBehind = (text: string, end: number, start: number): boolean =>
  start - end < 30 && BETWEEN_NEAR.test(text.slice(end, start));

const WHO = /^,?\s{0,12}(?:(?:you|they|we|he|she|candidates?|applicants?)\s)?(?:also\s)?$/i;

/** Whether the cue before a cue takes its force: "may be required", "ideally you have". */
function softens(text: string, before: CueHit, hit: CueHit): boolean {
  const length = hit.start - before.end;
  if (before.cue.level === "may") return length <= MAY_REACH;
  return (
    before.cue.level === "preferred" &&
    hit.cue.level === "required" &&
    length <= 20 &&
    WHO.test(text.slice(before.end, hit.start)) &&
    !breaks(text, before.end, hit.start)
  );
}

/** "Able to obtain or currently possess a licence", "obtain and maintain [all required] certifications". */
const OBTAIN_OR_HOLD = /^,?\s(?:or|and\/or)\s(?:currently\s|already\s|presently\s)?$/i;
const OBTAIN_ALL = /^(?:\sand (?:then |subsequently )?(?:maintain|keep))?\s(?:(?:all|any|the|other|and all)\s)?$/i;

const OF_NOUN = /^[\w\s-]{0,45}$/;

/** The demand says only that what is to be obtained may be held already, or which of its kind it is. */
function isOfObtaining(text: string, before: CueHit, hit: CueHit, span: Span): boolean {
  if (before.cue.level !== "obtain" || hit.cue.level !== "required" || hit.start - before.end > 35) return false;
  const between = text.slice(before.end, hit.start);
  return hit.cue.side === "after"
    ? OBTAIN_OR_HOLD.test(between)
    : OBTAIN_ALL.test(between) && OF_NOUN.test(text.slice(hit.end, Math.min(span.start, hit.end + 50)));
}

const LEADS = /^[^A-Za-z]{0,6}$/;
const TO_COLON = /^(?: [\w()-]{1,14}){0,5}\s?:/;
const TO_COMMA = /^(?: [\w()-]{1,14}){0,5},/;
const TO_NAME = /^(?: (?:days?|months?|years?))? of (?:hire|employment) (?=[A-Z])/;

/** "Within 30 days of hire: BLS", "within 90 days of hire BLS", "within a year, you must": what opens its sentence speaks of what follows. */
function headsItems(text: string, from: number, { start, end, cue }: CueHit): boolean {
  if (start - from > 6 || !LEADS.test(text.slice(from, start))) return false;
  const behind = text.slice(end, end + 80);
  if (cue.level === "obtain") return TO_COLON.test(behind) || TO_COMMA.test(behind) || TO_NAME.test(behind);
  return cue.level === "required" && TO_COLON.test(behind);
}

/** Whether the sentence opens with a deadline that holds for the mention: "Within 90 days, you must be CPR certified". */
const isDeadlineOf = (first: CueHit, text: string, from: number, span: Span): boolean =>
  first.cue.level === "obtain" &&
  first.cue.side === "before" &&
  first.end <= span.start &&
  headsItems(text, from, first) &&
  !breaks(text, first.end, span.start);

const CLOSES = /^\s{0,8}[,).]/;
/** "Certifications preferred, including A and B", "must have, or be near, a CCT": what was said goes for what follows too. */
const EXAMPLES = /^\)?,?\s\(?(?:including|includ\w{1,3}|such as|like|e\.g\.|for example|for instance|ideally|or be)\b/i;

/** "With good skills, ideally, a vocational qualification": between commas the wish is for what follows. */
const WISH = /^(?:ideally|preferably)$/i;
const OPENS_CLAUSE = /(?:^|[,;:.(•*\n-]|\band|\bor)\s{0,3}$/;
const opensWish = (text: string, { start, end }: CueHit): boolean =>
  WISH.test(text.slice(start, end)) && OPENS_CLAUSE.test(text.slice(Math.max(0, start - 6), start));

/** Whether the cue closes an item, so that it says nothing of what comes behind. */
const closesItem = (text: string, hit: CueHit, to: number): boolean =>
  CLOSES.test(text.slice(hit.end, Math.min(to, hit.end + 9))) &&
  !EXAMPLES.test(text.slice(hit.end, Math.min(to, hit.end + 20))) &&
  !opensWish(text, hit);

/** "NVQ 3 (or working towards), first aid": what a parenthesis says of its own item. */
const CLOSED = /^[^()\n]*\)(?:\s?[,;/&]|\sand\b)/;
const isInClosedParenthesis = (text: string, end: number, to: number): boolean => CLOSED.test(text.slice(end, to));

/** Behind these a level is an adjective of what follows: "a required Registered Nurse license". */
const QUALIFIES =
  /(?:^|\b(?:an?|the|our|your|any|all|other|following|additional|and|or|of|with|have|has|hold|possess|not)|[^a-z)])\s$/i;
const QUALIFIER_REACH = 12;
const SPACE = 32;
/** "A year in a related field preferred Basic Life Support": words before it and a capital behind, it ended an item that lost its line end. */
const endsLostItem = (text: string, from: number, { start, end }: CueHit): boolean =>
  text.charCodeAt(end) === SPACE &&
  isCapital(text.charCodeAt(end + 1)) &&
  isSmall(text.charCodeAt(end + 2)) &&
  isSmall(text.charCodeAt(start)) &&
  !QUALIFIES.test(text.slice(Math.max(from, start - QUALIFIER_REACH), start));

const ENDS_LIST = /\n\n|:/;

/** "You must hold: a CDL; a medical card": the items of its list are parted by semicolons. */
function heads(text: string, { end, cue: { side } }: CueHit, span: Span): boolean {
  const colon = side === "before" ? null : TO_COLON.exec(text.slice(end, Math.min(span.start, end + LONGEST_OPENING)));
  return colon !== null && !ENDS_LIST.test(text.slice(end + colon[0].length, span.start));
}
const LONGEST_OPENING = 80;

/** The cue before the mention that governs it: nothing between ends the clause, and it was not the end of another item. */
export function leftCue({ text, from, opened }: Site, cues: readonly CueHit[], span: Span): CueHit | null {
  for (let i = cues.length - 1; i >= 0; i--) {
    const hit = cues[i]!;
    const { side, level, near } = hit.cue;
    if (hit.end > span.start || level === "idle") continue;
    if (hit.end < opened - 1 || (hit.end < opened && level === "provides")) return null;
    if (side === "before" && !headsItems(text, from, hit)) continue;
    if (near && !isRightBehind(text, hit.end, span.start)) continue;
    if (span.start - hit.end > REACH) return null;
    if (breaks(text, hit.end, span.start)) {
      if (heads(text, hit, span)) return hit;
      continue;
    }
    if (side === "after" && isInClosedParenthesis(text, hit.end, span.start)) continue;
    if (side === "both" && closesItem(text, hit, span.start)) continue;
    if (side === "both" && endsLostItem(text, from, hit)) return null;
    if (level === "no" && (span.start - hit.end > NEGATION_REACH || /[,:]/.test(text.slice(hit.end, span.start))))
      continue;
    const before = cues[i - 1];
    if (level === "required" && isDeadlineOf(cues[0]!, text, from, span)) return cues[0]!;
    if (before === undefined) return hit;
    return softens(text, before, hit) || isOfObtaining(text, before, hit, span) ? before : hit;
  }
  return null;
}
