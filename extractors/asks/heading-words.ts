import { isLetter, runEnd } from "../text/codes.js";
import type { HeadingHit } from "./heading-hits.js";

/** Words of a heading that a cue closes: it names a kind of things, an item names one: "Skills Required" but "MBA Preferred". */
const KINDS_OF_THINGS = new Set(
  [
    "qualification qualifications skill skills experience experiences education training knowledge ability abilities",
    "competency competencies requirement requirements criteria attributes background qualities characteristics traits",
    "capabilities expertise languages language tools technologies software items documents job position role candidate",
    "candidates applicant",
    // Papers.
    "certification certifications certificate certificates license licenses licence licences licensure registration",
    "registrations credential credentials",
    // What kind of them.
    "technical professional additional other minimum specific key basic special physical educational academic work previous",
    "relevant",
    // What joins them, or asks for them.
    "and or the what is are we be of in for but not also highly strongly your our this that if you have",
  ].flatMap((words) => words.split(" ")),
);

/** Whether all words before a cue name kinds of things; nothing before it is no less. */
export function namesKinds(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const end = runEnd(text, at, to, isLetter);
    if (end === at) {
      at++;
      continue;
    }
    if (!KINDS_OF_THINGS.has(text.slice(at, end).toLowerCase())) return false;
    at = end;
  }
  return true;
}

/** "Preferred Qualifications" is a heading's phrase by its own last word. */
export const endsInKind = (phrase: string): boolean =>
  KINDS_OF_THINGS.has(phrase.slice(phrase.lastIndexOf(" ") + 1).toLowerCase());

const Y = 121;

/** "Elevate Your Skills", "share your experience": what a verb before it does something to is no heading. */
export function isVerbsObject(text: string, { start, end }: HeadingHit): boolean {
  const first = text.charCodeAt(start) | 32;
  return (
    (first === Y || (text.charCodeAt(start - 5) | 32) === Y) && /your\s/i.test(text.slice(Math.max(0, start - 5), end))
  );
}
