import { oneOf } from "../text/patterns.js";

/** Certificates of houses: "a NICET certified firm", "our clinic is BSE accredited" are an employer's, held by nobody in person. */

const HOUSE = oneOf(
  "company|companies|firms?|shops?|hospitals?|facility|facilities|cent(?:er|re)s?|organi[sz]ations?|employers?",
  "providers?|dealers?|dealerships?|laborator(?:y|ies)|labs?|business(?:es)?|agency|agencies|clinics?|plants?|home",
);
/** "A NICET certified firm": what is certified stands behind. */
const OF_HOUSE = new RegExp(
  String.raw`^\s(?:[\w-]{2,20}\s){0,2}${HOUSE}(?:[.,;:!)]|$|\n|\s(?:looking|seeking|that|which|where|with|in|located|serving|and|is|has|of|for|we)\b)`,
  "i",
);
/** "We are BICSI certified", "our shop is ASE certified". */
const HOUSE_IS = new RegExp(
  String.raw`\b(?:we are|(?:our|the|this)\s(?:[\w-]{2,20}\s){0,2}${HOUSE}\s(?:is|are))\s(?:also\s|fully\s|proudly\s|an?\s)?$`,
  "i",
);
/** "All sites are OSHA certified": these are houses whatever stands before them; a provider or employer may be a person. */
const SURELY_HOUSE_IS =
  /\b(?:compan(?:y|ies)|firms?|divisions?|departments?|services?|cent(?:er|re)s?|clinics?|hospitals?|practices?|laborator(?:y|ies)|labs?|organi[sz]ations?|facilit(?:y|ies)|sites?|plants?|units?|warehouses?) (?:is|are) (?:(?:also|both|fully|now|an?) )?$/i;

const CERTIFIED_END = /\b(?:certified|accredited)$/i;
const CERTIFIED_BEHIND = /^[\s-](?:certified|accredited)\b/i;
const SAYS_SO = /(?:accredited|certified|approved)\b/i;
const BEHIND = 12;
const BEFORE = 70;
const BEFORE_SURELY = 40;

/** Where the name ends with its "certified", inside it or right behind; -1 where it is not said to be. */
function certifiedEnd(text: string, start: number, end: number): number {
  if (CERTIFIED_END.test(text.slice(start, end))) return end;
  const behind = CERTIFIED_BEHIND.exec(text.slice(end, end + BEHIND))?.[0];
  return behind === undefined ? -1 : end + behind.length;
}

/** Whether a house is said to be certified by the name at `[start, end)`, whose sentence begins at `from`. */
export function isFirm(text: string, start: number, end: number, from: number): boolean {
  if (!SAYS_SO.test(text.slice(start, end + BEHIND))) return false;
  if (SURELY_HOUSE_IS.test(text.slice(Math.max(0, start - BEFORE_SURELY), start))) return true;
  const to = certifiedEnd(text, start, end);
  if (to === -1) return false;
  return OF_HOUSE.test(text.slice(to, to + 80)) || HOUSE_IS.test(text.slice(Math.max(from, start - BEFORE), start));
}
