import { isLetter, pairOf, pairsOf } from "../text/codes.js";
import { oneOf } from "../text/patterns.js";
import { unitsOf } from "../text/units.js";

/** What a sentence does before its cues are read: most ask or offer, some only tell or suppose. */

/** A sentence that tells of cases or of others, and asks nothing of the applicant. */
const TELLERS: readonly string[] = [
  "in (?:the )?cases? of",
  "the completion of",
  "completion of course",
  "students",
  "for positions",
  "graduates of",
  "applicants who",
  "candidates who",
  "individuals who",
  "employees who",
];
const TELLS = new RegExp(String.raw`^[\W\d]{0,6}${oneOf(...TELLERS)}\b`, "i");
/** A sentence that speaks of those who hold something already: "If you hold a CDL", "Should an LPN obtain a licence". */
const SUPPOSES =
  /^[\W\d]{0,6}(?:(?:please )?note(?: that)?:? )?(?:(?:if|should|in case|in the event(?: that)?|whether) (?:(?:you|they|he or she|(?:an?|the|any|your) [\w-]{1,20}|applicants?|candidates?)(?: (?:already|currently|also|do|don't|don’t|does|have|has))?(?: not)? (?:have|has|hold|holds|possess|possesses|obtains?|earns?|obtained|answer(?:ed)?|claim(?:ed|s)?|lacks?|without)|you(?: are|'re|’re) (?:already |currently |not )?(?!an? )(?:[\w/+-]{1,12} )?(?:licensed|certified|registered|without)|(?:already |currently )?(?:licensed|certified|registered))|(?:applicants|candidates|individuals|those|employees) (?:who|that) (?:already |currently |do not |don't )?(?:hold|have|possess|claim|are (?:licensed|certified|registered)))\b/i;

/** A question of an application form about the applicant's past, or what to do by its answer. */
const QUESTIONS =
  /^[\W\d]{0,6}(?:(?:has|have|had|was|were|did) (?:you|your|an?y?|the)\b[^?\n]{0,200}\?|if you answered\b)/i;

/**
 * What a sentence is before its cues are read: it tells of cases or others, supposes that something is held, asks how it was,
 * or none of them.
 */
export type Mood = "tells" | "supposes" | "questions" | "plain";

/** How a sentence of each kind may begin, by its first two letters: most begin with others. */
const BEGINS = {
  questions: pairsOf("has have had was were did if"),
  supposes: pairsOf(
    "please note if should in whether already currently licensed certified registered applicants candidates individuals those employees",
  ),
  tells: pairsOf(TELLERS.map((teller) => teller.slice(0, 2)).join(" ")),
};
const MOST_MARKS = 6;

/** Where the first letter of a sentence stands, behind no more marks and digits than may open it. */
function firstLetter(codes: Uint16Array, from: number): number {
  let at = from;
  while (at - from < MOST_MARKS && !isLetter(codes[at]!)) at++;
  return at;
}

/** The mood of the sentence that begins at `from`. */
export function moodOf(text: string, from: number): Mood {
  const { codes } = unitsOf(text);
  const first = firstLetter(codes, from);
  const pair = pairOf(codes[first]!, codes[first + 1]!);
  if (BEGINS.questions[pair] === 1 && QUESTIONS.test(text.slice(from, from + 260))) return "questions";
  if (BEGINS.supposes[pair] === 1 && SUPPOSES.test(text.slice(from, from + 90))) return "supposes";
  return BEGINS.tells[pair] === 1 && TELLS.test(text.slice(from, from + 90)) ? "tells" : "plain";
}
