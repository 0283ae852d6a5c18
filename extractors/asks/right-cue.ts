import { isCapital } from "../text/codes.js";
import { unitsOf } from "../text/units.js";
import { isListLink } from "./alternatives.js";
import { breaks } from "./clauses.js";
import type { Cue } from "./cues/cue.js";
import { isEligible, isOrEligible } from "./eligible.js";
import type { CueHit, Site, Span } from "./site.js";

/** The cue behind a mention that governs it. */

/** A cue further away speaks of something else. */
const REACH = 140;
/** A second cue this close to the first qualifies it: "required within 30 days". */
const PAIR_REACH = 45;

/** The cue stands in a parenthesis that belongs to something further on: "RN or ODP ... Laser certificate (preferred". */
function inOtherParenthesis(text: string, from: number, to: number): boolean {
  const { codes } = unitsOf(text);
  const nearest = from + BEFORE_PARENTHESIS;
  for (let at = to - 1; at > nearest; at--) {
    if (codes[at] === CLOSE) return false;
    if (codes[at] === OPEN) return !/[,/]|\bor\b|\band\b/.test(text.slice(at - BEFORE_PARENTHESIS, at));
  }
  return false;
}
/** "RN (BSN preferred)", "CPA (MBA a plus)": of a degree or of experience the parenthesis speaks, not of what stands before it. */
const OF_SCHOOLING =
  /^\s?\((?:(?:an?|with)\s)?(?:(?:BSN|ADN|ASN|MSN|DNP|BSW|MSW|BS|BA|MS|MA|MBA|JD|PhD)\b|[Bb]achelor|[Mm]aster|[Aa]ssociate|[Dd]egree|[Ee]xperience|[Bb]ilingual)[^()]{0,40}$/;
const REACH_OF_SCHOOLING = 60;

/** "Level 2 Food Hygiene (L3 desirable)", "OSHA 10 (30 a plus)": so does what is wished for of another name within it. */
const OF_ANOTHER =
  /^(?:\s(?:cards?|cert\w*|licen[cs]es?|tickets?))?\s?\((?:an?\s)?(?!(?:STRONGLY|HIGHLY|IS|IF|NOT|AND|OR)\b)(?:\d{1,2}|(?:level|Level|type|Type|class|Class) [\w]{1,3}|[A-Z][\w+-]{0,8}[A-Z\d+])\b[^()]{0,30}$/;
const speaksOfAnother = (text: string, from: number, { start, cue }: CueHit): boolean =>
  cue.level === "preferred" && start - from < REACH_OF_SCHOOLING && OF_ANOTHER.test(text.slice(from, start));

const [OPEN, CLOSE] = [40, 41];
const BEFORE_PARENTHESIS = 25;
const speaksOfSchooling = (text: string, from: number, to: number): boolean =>
  to - from < REACH_OF_SCHOOLING && OF_SCHOOLING.test(text.slice(from, to));

/** "RGN, ideally with care home experience", "RMN preferably in prisons": what is wished for comes behind. */
const WISH = /^(?:ideally|preferably)$/i;
const GOES_ON = /^\s[A-Za-z]/;
const wishesForMore = (text: string, { start, end, cue }: CueHit): boolean =>
  cue.level === "preferred" && GOES_ON.test(text.slice(end, end + 2)) && WISH.test(text.slice(start, end));

/** "strong communication skills Desirable Theatre experience": capitalised in small letters' midst, it opens what follows. */
const LABELS = /(?:^|[^A-Za-z])[a-z]{1,9} [A-Z][\w-]{0,20} [A-Z]$/;
const labelsNext = (text: string, { start, end, cue }: CueHit): boolean =>
  cue.side === "both" &&
  isCapital(text.charCodeAt(start)) &&
  isCapital(text.charCodeAt(end + 1)) &&
  LABELS.test(text.slice(Math.max(0, start - 10), end + 2));

/** "Cisco certifications (CCNA, CCNP) are preferred": behind the parenthesis that names its kinds, what is said is said of it. */
const PARENTHESIS_BEHIND = /^\s?\([^()\n]{1,120}\)\s(?:(?:is|are|strongly|highly)\s){0,2}$/;
const isBehindParenthesis = (text: string, from: number, to: number): boolean =>
  PARENTHESIS_BEHIND.test(text.slice(from, to));

/** "CPR certification (ACLS preferred)": what the parenthesis names, it also speaks of. */
const OPENS_NEXT = /^\s?\((?:an?\s|and\s)?$/;
const isOfNext = (text: string, end: number, next: Span | null, cue: number): boolean =>
  next !== null &&
  cue >= next.end &&
  next.start - end < NEAR_NEXT &&
  OPENS_NEXT.test(text.slice(end, next.start)) &&
  !text.slice(next.end, cue).includes(")");
const NEAR_NEXT = 8;

/** "BLS certification with ACLS to be obtained", "RN licence with CCRN preferred": without a verb the cue speaks of the second alone. */
const WITH = /\swith\s/i;
const VERB = /\b(?:is|are|be|must|should|will|can)\b/i;
const isOfSecond = (text: string, span: Span, next: Span, { start, end, cue: { level } }: CueHit): boolean =>
  (level === "obtain" || level === "preferred") &&
  WITH.test(text.slice(span.end, next.start)) &&
  !VERB.test(text.slice(next.end, start)) &&
  !FINITE.test(text.slice(start, end));
const FINITE = /^(?:is|are|must|will|can|may)\b/i;

/** The cues behind the mention that govern it. One that a colon follows speaks of what comes after it. */
function rightCues({ text, next, closed }: Site, cues: readonly CueHit[], span: Span): CueHit[] {
  const governing: CueHit[] = [];
  let wished = false;
  for (const hit of cues) {
    if (hit.start < span.end || hit.cue.level === "idle") continue;
    if (hit.start - span.end > REACH || hit.start > closed) break;
    if (governing[0]?.cue.level !== "negated" && breaks(text, span.end, hit.start)) break;
    const { side, level, near } = hit.cue;
    if (near) continue;
    if (next !== null && hit.start >= next.end) {
      const said = governing.length > 0 && governing[0]!.start < next.start;
      if (said || isOfSecond(text, span, next, hit)) break;
      if (!(isListLink(text, span.end, next.start) || isBehindParenthesis(text, span.end, hit.start))) break;
    }
    if (labelsNext(text, hit) || isOrEligible(text, hit) || isOfNext(text, span.end, next, hit.start)) break;
    if (isEligible(text, hit)) continue;
    if (inOtherParenthesis(text, span.end, hit.start) || speaksOfSchooling(text, span.end, hit.start)) continue;
    if (speaksOfAnother(text, span.end, hit)) continue;
    if (wishesForMore(text, hit)) {
      wished = true;
      continue;
    }
    if (wished && level === "negated") break;
    if (side === "after" && level !== "obtain" && level !== "provides") {
      if (level === "required" || level === "preferred") break;
      continue;
    }
    if (side === "both" && hit.start - span.end > 2 && /^\s*:/.test(text.slice(hit.end, hit.end + 3))) break;
    governing.push(hit);
  }
  return governing;
}

/** "Required, new graduates must become registered within a year": of others the second cue speaks. */
const OTHERS_FOLLOW = /^,\s(?!(?:but|and|or|to|if|may|can|must|otherwise)\b)[a-z]/i;

/** What the cue right behind a mention says, read together with the one that qualifies it. */
function readRight(text: string, cues: readonly CueHit[]): CueHit | null {
  const [first, second] = cues;
  if (first === undefined) return null;
  if (second === undefined || second.start - first.end > PAIR_REACH) return first;
  const [one, two] = [first.cue.level, second.cue.level];
  const between = text.slice(first.end, second.start);
  const adjacent = between.trim() === "";
  const qualifies =
    (one === "required" &&
      ((two === "obtain" && !OTHERS_FOLLOW.test(between)) || two === "negated" || (two === "preferred" && adjacent))) ||
    (one === "negated" && two === "preferred");
  return qualifies ? second : first;
}

const DONE = /\b(?:complete|completes|attend|pass|take|undergo|obtain|get|acquire|receive|train)\s[^.;\n]{0,30}$/i;
const AT_HIRE = /^(?:upon|on) (?:hire|employment|appointment)$/i;
const LATER: Cue = { level: "obtain", side: "before", phrases: "" };

/** "Complete CPR upon hire" is done after it; "CPR required upon hire" is held by then. */
function readHire(text: string, span: Span, hit: CueHit | null): CueHit | null {
  if (hit === null || hit.start < span.end || !AT_HIRE.test(text.slice(hit.start, hit.end))) return hit;
  return DONE.test(text.slice(Math.max(0, span.start - 40), span.start)) ? { ...hit, cue: LATER } : hit;
}

/** The cue behind a mention that governs it, or null. */
export const rightCue = (site: Site, cues: readonly CueHit[], span: Span): CueHit | null =>
  readHire(site.text, span, readRight(site.text, rightCues(site, cues, span)));
