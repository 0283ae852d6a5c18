import { wordSet } from "../text/patterns.js";

/** The word before the noun of an unnamed request, where it names nothing: "relevant certification". */

const RELEVANCE = "relevant related appropriate applicable necessary proper suitable equivalent";
const VALIDITY = "current valid active full unrestricted unexpired unencumbered accredited";
const DEMAND = "required mandatory preferred desired";
const FIELDS = "professional industry technical trade it security clinical";

const PLAIN = wordSet(
  RELEVANCE,
  VALIDITY,
  DEMAND,
  FIELDS,
  // How many, and which.
  "a an any all other additional further more one two multiple certain no",
  "specific specialty speciality special specialized specialised advanced formal vocational work-related role-specific field-specific",
  "specialty-related job-related position-related unit-related role-related field-related industry-related",
  "discipline-specific position-specific unit-specific industry-standard recognised recognized industry-recognised",
  "industry-recognized",
  // Of whom.
  "state national federal local provincial territorial state-issued state-required state-specific vendor",
  // In what.
  "nursing medical healthcare health cloud agile teaching project management compliance software",
  // Other things asked for with it.
  "training degree degrees experience qualifications skills",
  // What asks for it or joins it.
  "or and with if have hold possess possessing maintain obtain must be become require requires is are fully currently properly",
);
/** "OH certification": a state's; these are professions'. */
const STATE = /^(?!(?:RN|NP|PT|OT)$)[A-Z]{2}$/i;

/** Whether a word before "certification" or "licence" names nothing. */
export const isPlain = (word: string): boolean => PLAIN.has(word.toLowerCase()) || STATE.test(word);

const NARROW = wordSet(
  "relevant related appropriate applicable necessary current valid required mandatory additional state",
  FIELDS,
);

/** Whether a word makes even "certificate" a paper that is asked for; others before it make it any paper. */
export const isOfTrade = (word: string): boolean => NARROW.has(word.toLowerCase());

/** "Valid State of Georgia license": a state names none. */
const OF_STATE = /\b[Ss]tate of [A-Z][a-z]+(?: [A-Z][a-z]+)?\s$/;
export const isOfState = (before: string): boolean => OF_STATE.test(before);

/** "New tools.Certification in related fields": the noun opens a sentence whose blank was lost. */
const OPENS_SENTENCE = /[a-z)][.;]$/;
export const opensSentence = (before: string): boolean => OPENS_SENTENCE.test(before);

/** "Welders needed, certification a plus": behind a comma the noun is an item of its own where a wish ends it. */
const ITEM_BEFORE = /[a-z],\s$/;
const WISHED_BEHIND =
  /^\s(?:is |are )?(?:strongly |highly )?(?:a plus|a bonus|an asset|preferred|desired|desirable|helpful)\b/i;
export const opensItem = (before: string, after: string): boolean =>
  ITEM_BEFORE.test(before) && WISHED_BEHIND.test(after);
