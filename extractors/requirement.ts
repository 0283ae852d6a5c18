import type { Requirement, Section } from "../models/mention.js";
import { isListLink } from "./asks/alternatives.js";
import type { Cue, CueLevel } from "./asks/demand-cues.js";

/** A cue in a posting. */
export interface CueHit {
  start: number;
  end: number;
  cue: Cue;
}

/** A requirement level and what decided it: a cue of the sentence, the section, or the look of the item. */
export interface Ruling {
  requirement: Requirement;
  by: "cue" | "section" | "item" | "sequel" | "nothing";
  cue: CueHit | null;
}

export interface Span {
  start: number;
  end: number;
}

/** Where a mention stands. */
export interface Site {
  text: string;
  section: Section;
  /** The cues of its sentence, in order. */
  cues: readonly CueHit[];
  /** Where its sentence begins. */
  from: number;
  /** The mention that follows it, if any. */
  next: Span | null;
  /** Its lines list what an applicant should have, though no heading says so. */
  listed: boolean;
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

const OF_SECTION: Readonly<Partial<Record<Section, Requirement>>> = {
  required: "required",
  preferred: "preferred",
  benefits: "employer_provides",
};

/** A "no" reaches this far, and not over a comma. */
const NEGATION_REACH = 30;
/** A second cue this close to the first qualifies it: "required within 30 days", "may be required". */
const PAIR_REACH = 45;
/** A cue further away speaks of something else. */
const REACH_BEHIND = 140;
const REACH_BEFORE = 220;
const SOME_POSTS = /^(?:some|certain|not all)\b/i;
/** A sentence that tells of cases or of others, and asks nothing of the applicant. */
const TELLS =
  /^[\W\d]{0,6}(?:in (?:the )?cases? of|the completion of|completion of course|students|for positions|graduates of|applicants who|candidates who|individuals who|employees who)\b/i;
const isBlank = (code: number): boolean => code <= 32 || code >= 160;
const STATE_WORD = /\b(?:valid|current|active|unrestricted|unexpired|clear and active)\s(?:[^.;\n]{0,40}\s)?$/i;

/** "CCNA or equivalent experience", "certification or one year of experience", "LPN with current state licence". */
const INSTEAD =
  /^\W{0,3}(?:\w+\s){0,2}or (?:an? )?(?:equivalent|comparable|associate|bachelor|high school|(?:\w+ ){0,2}degree|(?:one|two|three|four|five|\d+) (?:\w+ )?years?)|^(?: or \w+)? with (?:an? )?(?:current|active|valid)\b/i;

const breaks = (between: string): boolean =>
  /[;•]|\bbut\b(?! (?:not|preferred|desir|strongly|highly|a plus|is\b|it is|it’s|it's))|\n\n/.test(between);

/** Whether the cue before a cue takes its force: "may be required", "ideally you have". */
function softens(text: string, before: CueHit, hit: CueHit): boolean {
  const between = text.slice(before.end, hit.start);
  if (before.cue.level === "may") return between.length <= PAIR_REACH;
  return (
    before.cue.level === "preferred" &&
    hit.cue.level === "required" &&
    between.length <= 12 &&
    /^,?\s*$/.test(between) &&
    !breaks(between)
  );
}

/** The cue before the mention that governs it: nothing between ends the clause, and it was not the end of another item. */
function leftCue({ text, cues }: Site, span: Span): CueHit | null {
  for (let i = cues.length - 1; i >= 0; i--) {
    const hit = cues[i]!;
    if (hit.end > span.start || hit.cue.side === "before" || hit.cue.level === "idle") continue;
    const between = text.slice(hit.end, span.start);
    if (between.length > REACH_BEFORE || breaks(between)) return null;
    if (hit.cue.side === "both" && /^\s*[,).]/.test(between)) continue;
    if (hit.cue.level === "no" && (between.length > NEGATION_REACH || /[,:]/.test(between))) continue;
    const before = cues[i - 1];
    const softened = before !== undefined && softens(text, before, hit);
    return softened ? before : hit;
  }
  return null;
}

/** The cue stands in a parenthesis that belongs to something further on: "RN or ODP ... Laser certificate (preferred". */
function inOtherParenthesis(between: string): boolean {
  const open = between.lastIndexOf("(");
  return (
    open > 25 &&
    !between.includes(")", open) &&
    !/[,/]|\bor\b|\band\b/.test(between.slice(Math.max(0, open - 25), open))
  );
}

/** The cues behind the mention that govern it. One that a colon follows speaks of what comes after it. */
function rightCues({ text, cues, next }: Site, span: Span): CueHit[] {
  const governing: CueHit[] = [];
  for (const hit of cues) {
    if (hit.start < span.end || hit.cue.level === "idle") continue;
    const between = text.slice(span.end, hit.start);
    if (
      between.length > REACH_BEHIND ||
      (breaks(between) && !(governing.length > 0 && governing[0]!.cue.level === "negated"))
    )
      break;
    const { side, level } = hit.cue;
    if (next !== null && hit.start >= next.end && !isListLink(text.slice(span.end, next.start))) break;
    if (inOtherParenthesis(between)) continue;
    if (side === "after" && level !== "obtain" && level !== "provides") {
      if (level === "required" || level === "preferred") break;
      continue;
    }
    if (side === "both" && between.length > 2 && /^\s*:/.test(text.slice(hit.end, hit.end + 3))) break;
    governing.push(hit);
  }
  return governing;
}

/** What the cue right behind a mention says, read together with the one that qualifies it. */
function readRight(text: string, cues: readonly CueHit[]): CueHit | null {
  const [first, second] = cues;
  if (first === undefined) return null;
  if (second === undefined || second.start - first.end > PAIR_REACH) return first;
  const [one, two] = [first.cue.level, second.cue.level];
  const adjacent = text.slice(first.end, second.start).trim() === "";
  const qualifies =
    (one === "required" && (two === "obtain" || two === "negated" || (two === "preferred" && adjacent))) ||
    (one === "negated" && two === "preferred");
  return qualifies ? second : first;
}

function pick(text: string, span: Span, left: CueHit | null, right: CueHit | null): CueHit | null {
  if (left === null || right === null) return left ?? right;
  if (left.cue.level === "no" || left.cue.level === "may") return left;
  if (right.cue.level === "obtain" || right.cue.level === "negated" || right.cue.level === "may") return right;
  if (left.cue.level === "obtain") return left;
  const comma = /,/.test(text.slice(span.end, right.start));
  if (comma && left.cue.side === "after" && span.start - left.end < right.start - span.end) return left;
  return right;
}

/** How strongly the posting asks for what `span` names: by the cues of its sentence, else its section, else its item. */
export function ruleOn(site: Site, span: Span): Ruling {
  const some = site.cues.find(
    (hit) => hit.cue.level === "may" && hit.end <= span.start && SOME_POSTS.test(site.text.slice(hit.start, hit.end)),
  );
  const cue = some ?? pick(site.text, span, leftCue(site, span), readRight(site.text, rightCues(site, span)));
  if (cue !== null) return { requirement: OF_LEVEL[cue.cue.level], by: "cue", cue };
  if (TELLS.test(site.text.slice(site.from, site.from + 60)))
    return { requirement: "mentioned", by: "nothing", cue: null };
  const ofSection = OF_SECTION[site.section];
  if (ofSection !== undefined) return { requirement: ofSection, by: "section", cue: null };
  const held =
    isBlank(site.text.charCodeAt(span.start - 1)) &&
    STATE_WORD.test(site.text.slice(Math.max(site.from, span.start - 50), span.start));
  const instead = INSTEAD.test(site.text.slice(span.end, span.end + 60));
  if (site.listed || held || instead) return { requirement: "required", by: "item", cue: null };
  return { requirement: "mentioned", by: "nothing", cue: null };
}
