import type { CueHit } from "./site.js";

const ELIGIBLE = /^eligib/i;
const E = 101;
const OR_BEFORE = /\bor (?:be |is |are )?$/i;

/** "A CPA is eligible for the bonus" speaks of what follows, though "obtain" behind a name looks back at it. */
export const isEligible = (text: string, { start }: CueHit): boolean =>
  (text.charCodeAt(start) | 32) === E && ELIGIBLE.test(text.slice(start, start + 6));

/** "Eligible for and pass within a year the exam": what is done later is. */
const PASSES_LATER = /^eligib\w{2,5} for,? and\b/i;

/** "Licensed or eligible for a licence", "hold or be eligible for one": who may have it at once is no less asked for it. */
export const isOrEligible = (text: string, hit: CueHit): boolean =>
  isEligible(text, hit) &&
  !PASSES_LATER.test(text.slice(hit.start, hit.start + 20)) &&
  OR_BEFORE.test(text.slice(Math.max(0, hit.start - 8), hit.start));
