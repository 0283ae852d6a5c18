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
    "degree* advanced postgraduate* msw mlis mfa llb diploma* bachelor* baccalaureate* master* associate* phd doctor* doctoral ph ged gcse gcses graduat* undergraduate " +
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
  /** Words of a wish: where none is near, a demand needs no closer look. */
  soft: "prefer* desir* plus pluses plusses ideal ideally nice advantage* asset bonus helpful welcome beneficial would",
  /** Words that deny: where none is near, nobody says that something is not needed. */
  denies: "no not n without none zero unnecessary train non isn neither sorry never unavailable ineligible",
  /** Words near a degree that is a benefit, a pupil's or a colleague's. */
  others:
    "tuition* reimburs* pay scholarship* earn help* students offer* leading team founded founders* assist* complete advance* grant grants granting substitut*",
  /** Places whose dollar is not the American one. */
  dollars: "canada canadian ontario ottawa toronto quebec british alberta australia queensland nsw",
} as const;

/** The words of a title that may name a level, or work from afar; which of them mean it is for the reader's patterns. */
export const TITLE_WORDS = {
  internship:
    "intern interns internship internships co coop coops work externship student placement summer praktik* werkstudent* stagiaire stage becari*",
  senior:
    "senior sr lead leader principal head chief director vice svp evp avp vp president manager supervisor supervisory superintendent supt foreman " +
    "forewoman foreperson ceo cto cfo coo ciso cio executive partner sister matron staff architect engineer analyst developer technician specialist " +
    "officer programmer scientist inspector planner nurse designer",
  entry:
    "entry entrylevel junior jr trainee trainees apprentice* graduate new early beginner starter school no learner ausbildung azubi tier level analyst " +
    "engineer developer technician specialist clerk officer assistant programmer inspector planner worker aide nurse accountant designer scientist " +
    "representative associate operator",
  mid:
    "mid midlevel midsenior midweight intermediate experienced journeyman journey analyst engineer developer technician specialist clerk officer assistant " +
    "programmer inspector planner worker aide nurse accountant designer scientist representative associate operator account case project product program " +
    "programme community social relationship territory customer content property office contract brand event key",
  remote: "remote work wfh telecommute home homebased",
} as const;

export type Topic = keyof typeof CUE_WORDS;
export type TitleTopic = keyof typeof TITLE_WORDS;
