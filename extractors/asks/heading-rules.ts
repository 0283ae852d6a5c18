import type { Section } from "../../models/mention.js";
import { codesOf } from "../text/codes.js";
import type { HeadingHit } from "./heading-hits.js";
import { endsClause, endsOpen, hasWord, introduces, type Line, type LineReader } from "./heading-lines.js";
import { endsInParenthesis, hasColon, leadsBullet } from "./heading-marks.js";
import { endsInKind, isVerbsObject, namesKinds } from "./heading-words.js";
import { isGluedBehind } from "./inline-headings.js";

/** Whether a heading phrase or a cue opens a section in its line. */

/** In one line the later of these decides: "Preferred qualifications" is preferred. */
export const WEIGHT: Readonly<Record<Section, number>> = {
  other: 0,
  title: 0,
  about: 1,
  process: 1,
  duties: 2,
  required: 3,
  benefits: 4,
  preferred: 5,
};

const LONGEST_PHRASE_LINE = 60;
const CLOSE = 41;
const B = 98;

const isBonus = (text: string, { start, end }: HeadingHit): boolean =>
  (text.charCodeAt(start) | 32) === B && text.slice(start, end).toLowerCase() === "bonus";

/** "Sign-On Bonus: $5,000" and "Bonus: up to 10%" name pay; "Bonus:" alone opens what is nice to have. */
export const isPay = (text: string, hit: HeadingHit, line: Line): boolean =>
  isBonus(text, hit) && (!line.first || /[$£€\d]/.test(text.slice(hit.end, Math.min(line.end, hit.end + 60))));

/** "One of these certificates (CPC or CCS preferred):" prefers what stands in its parenthesis, not the list behind. */
function isAside(text: string, { start, end }: HeadingHit, line: Line): boolean {
  if (text.charCodeAt(end) !== CLOSE) return false;
  const before = text.slice(line.start, start);
  const open = before.lastIndexOf("(");
  return open !== -1 && !namesKinds(before, open, before.length);
}

/** "Required: a degree; CPR" */
const isLabel = (text: string, hit: HeadingHit, line: Line): boolean =>
  line.first && hit.section === "required" && hasColon(text, hit.end);

const isOfKinds = (text: string, hit: HeadingHit, line: Line): boolean =>
  endsOpen(text, line) || namesKinds(text, line.start, hit.start);

/** "Experience in Total Rewards, People Operations" goes on behind the phrase and lists things: it is an item. */
function goesOn(text: string, hit: HeadingHit, line: Line): boolean {
  return hasWord(text, hit.end, line.end) && text.slice(line.start, line.end).includes(",");
}

/** Whether a heading may end with the phrase: "Job Requirements", but not "Grow Your Skills" nor "MBA a Plus". */
const closesHeading = (text: string, hit: HeadingHit, line: Line): boolean =>
  !goesOn(text, hit, line) &&
  !isVerbsObject(text, hit) &&
  (hit.section !== "preferred" || endsInKind(text.slice(hit.start, hit.end)) || isOfKinds(text, hit, line));

const OPENERS = codesOf("whyaoWHYAO");
const OPENER = /^(?:what|who|why|how|you|your|about|our)\b.*\s/i;

/** "What you will need to be successful" opens with a heading phrase and is short, though not in capitals. */
function opensHeading(text: string, hit: HeadingHit, line: Line): boolean {
  if (line.end - line.start > LONGEST_PHRASE_LINE || endsClause(text, line)) return false;
  return OPENERS[text.charCodeAt(hit.start)] === 1 && OPENER.test(text.slice(hit.start, hit.end));
}

export function opens(text: string, hit: HeadingHit, line: Line, lines: LineReader): boolean {
  if (isAside(text, hit, line)) return false;
  if (hit.cue)
    return introduces(text, line) || isLabel(text, hit, line) || (lines.isHeading(line) && isOfKinds(text, hit, line));
  if (!line.first) return WEIGHT[hit.section] > 1 && lines.isHeading(line) && closesHeading(text, hit, line);
  if (hasColon(text, hit.end) || leadsBullet(text, hit.end) || !hasWord(text, hit.end, line.end)) return true;
  if (isGluedBehind(text, hit) || endsInParenthesis(text, hit.end, line.end)) return true;
  return lines.isHeading(line) || opensHeading(text, hit, line);
}
