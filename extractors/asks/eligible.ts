import type { CueHit } from "./site.js";

const ELIGIBLE = /^eligib/i;
const E = 101;
const OR_BEFORE = /\bor (?:be |is |are )?$/i;

/** "Licensed or eligible for a licence", "hold or be eligible for one": who may have it at once is no less asked for it. */
export const isOrEligible = (text: string, { start }: CueHit): boolean =>
  (text.charCodeAt(start) | 32) === E &&
  ELIGIBLE.test(text.slice(start, start + 6)) &&
  OR_BEFORE.test(text.slice(Math.max(0, start - 8), start));
