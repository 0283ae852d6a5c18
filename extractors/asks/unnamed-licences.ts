import type { InSentence } from "./site.js";

/** Licences and registrations that a sentence asks for without a word of what they are for. */

export const LICENCE = /licen[cs]/i;
/** What one is, not what one has: it needs a word that demands it. */
export const NEEDS_MUST = /^(?:certified|licen[cs]ed)$/i;
export const MUST =
  /\b(?:must|need(?:s)? to|required to|should|shall|not)\s(?:currently\s)?(?:be|become|get|have been)\s(?:an?\s)?(?:fully\s|currently\s|properly\s|duly\s|state\s|appropriately\s|independently\s|clinically\s|board\s)?$/i;

/** "Physicians must hold a current license" names the licence by its profession. */
const NAMES_PROFESSION =
  /\b(?:physicians?|doctors?|nurses?|practitioners?|engineers?|pharmacists?|therapists?|psychologists?|veterinarians?|dentists?|attorneys?|architects?|pilots?|electricians?|plumbers?|social workers?|counsell?ors?|driv(?:er|ers|ing)|midwi(?:fe|ves)|surgeons?|assistants?|teachers?|brokers?|medicine)\b/i;
export const namesProfession = ({ text, from, to }: InSentence): boolean => NAMES_PROFESSION.test(text.slice(from, to));

/** "Currently licensed in Ohio" opens its item: what is asked is a licence of that state. */
const OPENS_ITEM =
  /^(?:(?:required )?(?:skills|qualifications|requirements)\s?:)?[\W\d]{0,6}(?:be\s)?(?:(?:currently|fully|duly|actively)\s)?(?:registered\s?\/\s?)?$/i;
const STATE_BEHIND = /^\s(?:in|by)\s(?:the\s)?(?:applicable\s)?(?:[Ss]tate|[A-Z][a-z]+)\b/;
const LICENSED = /^licen[cs]ed$/i;
export const isStateLicensed = ({ text, start, end, from, to }: InSentence): boolean =>
  end - start === "licensed".length &&
  LICENSED.test(text.slice(start, end)) &&
  STATE_BEHIND.test(text.slice(end, Math.min(to, end + 40))) &&
  start - from < 40 &&
  OPENS_ITEM.test(text.slice(from, start));

const PRACTISES = /^\sto practi[cs]e\s(?:in|within|under|by)\b/i;
const LICENCE_HELD =
  /(?:\b(?:current|valid|active|state|unrestricted|unencumbered|full|an?|hold|possess|have|your|maintain)|^[\W\d]{0,6})\s?$/i;
/** "Must be licensed to practice in the State", "hold a license to practice in Ohio": as what is not said. */
export const isPractising = ({ text, start, end, from, to }: InSentence, before: string): boolean => {
  const noun = text.slice(start, end);
  if (!LICENCE.test(noun) || !PRACTISES.test(text.slice(end, Math.min(to, end + 30)))) return false;
  if (!NEEDS_MUST.test(noun)) return LICENCE_HELD.test(before);
  return MUST.test(before) || OPENS_ITEM.test(text.slice(from, start));
};

/** "Hold current professional registration", "registration with the appropriate regulatory body": with which body is not said. */
const REGISTRATION_HELD =
  /\b(?:have|has|hold|holds|holding|with|maintain|possess|relevant|current|valid|appropriate)\s(?:(?:an?|and|active|current|valid|relevant|full|own|your|appropriate)\s){0,3}professional\s$/i;
const WITH_SOME_BODY =
  /^\s(?:with|to)\s(?:(?:an?|the|their|your)\s)?(?:(?:appropriate|relevant|professional|regulatory|governing|recogni[sz]ed|national|provincial|territorial|or)[\s,]{1,2}){1,6}(?:bod(?:y|ies)|council|authority|association|regulator|register)\b/i;
const REGISTERED_WITH = /^registered with/i;
/** "Be registered with the relevant governing body": in the noun stand the words up to the body's. */
const BODY_BEHIND =
  /^\s(?:(?:professional|statutory|regulatory|governing|licensing|health)\s){0,2}(?:bod(?:y|ies)|council|regulator|authority)\b/i;
const WHOSE_IS_ASKED = /(?:\b(?:be|must|currently|fully|professionally|or|and|are|is)|^[\W\d]{0,6})\s?$/i;
/** Whose registration it is names it. */
const NAMES_REGISTER =
  /\b(?:engineers?|nurses?|midwi(?:fe|ves)|pharmacists?|physicians?|doctors?|social workers?|teachers?)\b/i;
const GOES_ON = /^\s(?:requirements?|checks?|fees?|as|in|with|number|status|by|process)\b/i;
/** "Must be a registered professional". */
const MUST_BE = /\b(?:must|should|need to|required to|will) be an?\s$/i;

/** Whether a registration is asked for whose register is not named. */
export function isUnnamedRegistration(
  { text, from, to }: InSentence,
  noun: string,
  before: string,
  after: string,
): boolean {
  if (REGISTERED_WITH.test(noun)) return BODY_BEHIND.test(after) && WHOSE_IS_ASKED.test(before);
  const isAsked = /^registered/i.test(noun)
    ? MUST_BE.test(before)
    : WITH_SOME_BODY.test(after) || (REGISTRATION_HELD.test(before) && !GOES_ON.test(after));
  return isAsked && !NAMES_REGISTER.test(text.slice(from, to));
}
