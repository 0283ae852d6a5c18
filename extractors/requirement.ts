import type { Requirement, Section } from "../models/mention.js";
import {
  hasState,
  isBeside,
  isOnlyAtNeed,
  isOnlyKnown,
  isPaidFor,
  isSought,
  namesState,
  opensHeld,
} from "./asks/beside.js";
import type { CueLevel } from "./asks/cues/cue.js";
import { isInstead } from "./asks/instead.js";
import { leftCue } from "./asks/left-cue.js";
import { rightCue } from "./asks/right-cue.js";
import type { CueHit, Site, Span } from "./asks/site.js";

/** A requirement level and what decided it: a cue of the sentence, the section, or the look of the item. */
export interface Ruling {
  requirement: Requirement;
  by: "cue" | "section" | "item" | "sequel" | "nothing";
  cue: CueHit | null;
}

const OF_LEVEL: Readonly<Record<CueLevel, Requirement>> = {
  required: "required",
  preferred: "preferred",
  obtain: "obtain_after_hire",
  provides: "employer_provides",
  negated: "not_required",
  no: "not_required",
  may: "mentioned",
  idle: "mentioned",
};

const OF_SECTION: ReadonlyMap<Section, Ruling> = new Map([
  ["required", { requirement: "required", by: "section", cue: null }],
  ["preferred", { requirement: "preferred", by: "section", cue: null }],
  ["benefits", { requirement: "employer_provides", by: "section", cue: null }],
]);

const NOTHING: Ruling = { requirement: "mentioned", by: "nothing", cue: null };
/** What stands as an item of a list of requirements. */
export const LISTED: Ruling = { requirement: "required", by: "item", cue: null };

const SOME_POSTS = /^(?:some|certain|not all)\b/i;

/** "Certain positions require ..." holds for all that follows in its sentence. */
const isForSome = (text: string, { start, end, cue }: CueHit): boolean =>
  cue.level === "may" && SOME_POSTS.test(text.slice(start, end));

/** Where something is supposed, no demand is made of all: "If you have a CDL, you must list it". */
const isDemand = ({ cue: { level, side } }: CueHit): boolean =>
  level === "required" || level === "no" || (level === "negated" && side === "after");

/** "Able to obtain a CDL prior to start date": whoever starts has it. */
const BEFORE_START = /^(?:prior to|before|by)\s.*(?:start|hire|employment|appointment)/i;
const endsBeforeStart = (text: string, { start, end, cue }: CueHit): boolean =>
  cue.level === "required" && BEFORE_START.test(text.slice(start, end));

/** "(preferred, not required)": what a parenthesis right behind the name opens with is said of it. */
const OPENS_PARENTHESIS = /^\s?\($/;
const isAside = (text: string, span: Span, right: CueHit): boolean =>
  right.start - span.end < 3 && OPENS_PARENTHESIS.test(text.slice(span.end, right.start));

/** Which of the cues on both sides decides. */
function pick(text: string, span: Span, left: CueHit | null, right: CueHit | null): CueHit | null {
  if (left === null || right === null) return left ?? right;
  if (left.cue.level === "no" || left.cue.level === "may") return isAside(text, span, right) ? right : left;
  if (right.cue.level === "obtain" || right.cue.level === "negated" || right.cue.level === "may") return right;
  if (left.cue.level === "obtain") return endsBeforeStart(text, right) ? right : left;
  const comma = /,/.test(text.slice(span.end, right.start));
  if (comma && span.start - left.end < right.start - span.end) return left;
  return right;
}

/** The cue that decides on the mention, or null. */
function governing(site: Site, span: Span): CueHit | null {
  const { text, mood } = site;
  if (site.cues.length === 0) return null;
  const cues = mood === "supposes" ? site.cues.filter((hit) => !isDemand(hit)) : site.cues;
  for (const hit of cues) if (hit.end <= span.start && isForSome(text, hit)) return hit;
  return pick(text, span, leftCue(site, cues, span), rightCue(site, cues, span));
}

/** The mention, its item, or what is said of the one sought, says that it is held. */
const isHeld = ({ text, from }: Site, span: Span): boolean =>
  namesState(text, span) || opensHeld(text, from, span.start) || isSought(text, from, span.start);

const SAYS_HELD =
  /^(?:possess an?|you(?: have|['’]ve got| hold| possess| are| are an?|['’]re| bring| bring a)|have a valid|hold a valid|proof of|evidence of a|successful completion of|holder of(?: a)?|has a|should .*)$/i;
const OR_BEFORE = /\bor (?:be |is |are |currently |actively )?$/i;
/**
 * Under "Nice to have" what one holds is wished for: "possess a CCNP", "CCNP or working towards it"; only "must" and its like
 * demand there too.
 */
const isWished = ({ text, section }: Site, { start, end, cue }: CueHit): boolean =>
  section === "preferred" &&
  ((cue.level === "required" && SAYS_HELD.test(text.slice(start, end))) ||
    (cue.level === "obtain" && OR_BEFORE.test(text.slice(Math.max(0, start - 14), start))));

/** How strongly the posting asks for what `span` names: by the cues of its sentence, else its section, else its item. */
export function ruleOn(site: Site, span: Span): Ruling {
  const { text, section, listed, from } = site;
  const cue = governing(site, span);
  if (site.certificate && cue !== null && isPaidFor(text, from, span.start)) return NOTHING;
  if (cue !== null) return { requirement: isWished(site, cue) ? "preferred" : OF_LEVEL[cue.cue.level], by: "cue", cue };
  if (site.certificate && isOnlyKnown(text, from, span)) return NOTHING;
  const ofSection = OF_SECTION.get(section);
  if (site.mood === "questions" || (site.certificate && isOnlyAtNeed(text, span.end))) return NOTHING;
  if (site.mood !== "plain") return section === "preferred" && ofSection !== undefined ? ofSection : NOTHING;
  if (site.certificate && section !== "preferred" && section !== "benefits" && isBeside(text, from, span.start))
    return NOTHING;
  if (ofSection !== undefined) return ofSection;
  return listed ||
    isInstead(text, span.end) ||
    hasState(text, from, span.start) ||
    (site.certificate && isHeld(site, span))
    ? LISTED
    : NOTHING;
}
