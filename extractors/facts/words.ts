/**
 * The words at which a reader of facts looks more closely, by topic. A trailing `*` makes a word a prefix (`year*` stands
 * for years, yearly); the others are whole words. Lower-case a-z only.
 */
export const CUE_WORDS = {
  /** A span of time that may be experience. */
  span: "year* yr yrs month* mth mths",
  experience: "experience*",
  /** "or equivalent experience", "in lieu of a degree". */
  standIn: "equivalen* comparable lieu substitut*",
  education:
    "degree* diploma* bachelor* baccalaureate* master* associate* phd doctor* doctoral ph ged gcse gcses graduat* undergraduate " +
    "bs ba bsc b ms ma msc m mba bba beng meng jd md edd psyd pharmd dnp dvm dds dpt bsn msn adn asn aas high hs highschool hnd hnc foundation " +
    "secondary school education* educational* college university qualification* cegep",
  /** Currency codes; the signs ($, £, ...) are cues of their own. */
  money: "usd gbp eur cad aud nzd chf etb birr inr sek nok dkk pln jpy zar",
  /** Words beside an amount that carries no currency. */
  rate: "hour hourly hr annum salary wage salaries compensation pay",
  remote: "remote remotely wfh telework* telecommut* home homeoffice homebased distributed",
  level:
    "entry intern interns internship internships junior experienced senior graduate graduates grads beginners apprenticeship",
  location: "location locations located based duty city",
} as const;

export type Topic = keyof typeof CUE_WORDS;
