import { cuesOf, titleHas } from "./cues.js";

const LETTER_H = "h".charCodeAt(0);
const LETTER_R = "r".charCodeAt(0);

const REMOTE =
  /^(?:remote(?:ly)?\b(?![- ]{1,2}(?:control|sens|monitor|access|desktop|support tool|area|site|locations? (?:in|through)|camer|village|communit|region|server|infrastructure|workforce|patient|assist|diagnos|procedure|API|teams|method|system|deposit|start|learning|hearing|troubleshoot|management|employees|connect|office))|telework|telecommut|wfh\b|home[- ]?based\b)/i;
const HOME = /\b(?:work(?:ing)?|works|position|based)\s{1,3}(?:remotely\s)?(?:from|at)\s{1,3}(?:your\s)?$/i;
const NOT_REMOTE_BEFORE = /\b(?:no|not|non|isn['’]t|neither|without|sorry,?|never)[\s-]{1,3}(?:\w+\s){0,5}$/i;
/** "Remote: no", "Remote work? No". */
const ANSWERED_NO =
  /^\w+(?:(?:\s\w{1,12})?\s{0,2}[:=?]\s{0,2}(?:no|not|none|0)\b|(?:\s\w+){0,3}\?\s{0,2}(?:no|not)\b)/i;
const NOT_REMOTE_AFTER =
  /^\w+(?:[^.\n]{0,40}\b(?:is|are)?\s?(?:not (?:available|possible|an option|eligible|offered|allowed|permitted|authorized|considered)|unavailable|ineligible|not\b)|\s(?:eligible|eligibility)[^.]{0,20}\bno\b)/i;
const ASSERTS =
  /\b(?:fully|100%|full|is|position|role|job|work|working|permanent|completely|be|or|us|location:?|locations?|can|entirely|team|job is|hybrid)[\s:(/,|-]{1,3}$|[|(,/:•\n-]\s{0,2}$|^$/i;
const ASSERTED =
  /^(?:remote(?:ly)?)\s{0,2}(?:[|),/;:\n(-]|\b(?:ok|position|role|job|work|working|possible|friendly|first|only|within|from|anywhere|eligible|available|opportunity|based|\(|US|USA|UK|EU|Europe|option)\b)/i;

const HOME_WORD = /^home\b/i;
/** "from home", "at your home": nearly all other homes are told by their last word. */
const HOME_END = /(?:from|at|your)\s{1,3}$/i;
/** Enough of what stands before "remote" for `ASSERTS`. */
const ASSERTING = 16;

/** Whether the word at `at` speaks of work away from the employer's place, for or against. */
const speaksOfRemote = (text: string, at: number, lead: string): boolean => {
  const initial = text.charCodeAt(at) | 32;
  const tail = text.slice(at, at + TAIL);
  if (initial === LETTER_H && HOME_WORD.test(tail)) return HOME_END.test(lead.slice(-8)) && HOME.test(lead);
  if (!REMOTE.test(tail)) return false;
  return initial !== LETTER_R || ASSERTED.test(tail) || ASSERTS.test(lead.slice(-ASSERTING));
};

/** Characters in front of the word and from there on that are read. */
const LEAD = 45;
const TAIL = 60;

/** Whether the words around deny what "remote" says; most have no word near that could. */
const isDenied = (text: string, at: number, lead: string): boolean => {
  const { denies } = cuesOf(text);
  const tail = text.slice(at, at + TAIL);
  return (
    (denies.anyWithin(at - LEAD, at) && NOT_REMOTE_BEFORE.test(lead)) ||
    ANSWERED_NO.test(tail) ||
    (denies.anyWithin(at, at + TAIL) && NOT_REMOTE_AFTER.test(tail))
  );
};

const remoteCue = (text: string, at: number): boolean => {
  const lead = text.slice(Math.max(0, at - LEAD), at);
  return speaksOfRemote(text, at, lead) && !isDenied(text, at, lead);
};

/** True where the work can be done away from the employer's place, by its title or text. */
export const isRemote = (title: string, text: string): boolean => {
  if (cuesOf(text).remote.some(text, remoteCue)) return true;
  return (
    titleHas(title, "remote") &&
    /\b(?:remote|work from home|wfh|telecommute|home[- ]based)\b/i.test(title) &&
    !/\bremote (?:control|sens|monitor|site|area)|\b(?:no|not|non)[- ]remote\b/i.test(title)
  );
};
