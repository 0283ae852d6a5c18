import { cuesOf } from "./cues.js";

const REMOTE =
  /^(?:remote(?:ly)?\b(?![- ]{1,2}(?:control|sens|monitor|access|desktop|support tool|area|site|locations? (?:in|through)|camer|village|communit|region|server|infrastructure|workforce|patient|assist|diagnos|procedure|API|teams|method|system|deposit|start|learning|hearing|troubleshoot|management|employees|connect|office))|telework|telecommut|wfh\b|home[- ]?based\b)/i;
const HOME = /\b(?:work(?:ing)?|works|position|based)\s{1,3}(?:remotely\s)?(?:from|at)\s{1,3}(?:your\s)?$/i;
const NOT_REMOTE_BEFORE = /\b(?:no|not|non|isn['’]t|neither|without|sorry,?|never)[\s-]{1,3}(?:\w+\s){0,5}$/i;
const NOT_REMOTE_AFTER =
  /^\w+(?:\s{0,2}[:=?]\s{0,2}(?:no|not|none|0)\b|[^.\n]{0,40}\b(?:is|are)?\s?(?:not (?:available|possible|an option|eligible|offered|allowed|permitted|authorized|considered)|unavailable|ineligible|not\b)|(?:\s\w+){0,3}\?\s{0,2}(?:no|not)\b|\s(?:eligible|eligibility)[^.]{0,20}\bno\b)/i;
const ASSERTS =
  /\b(?:fully|100%|full|is|position|role|job|work|working|permanent|completely|be|or|us|location:?|locations?|can|entirely|team|job is|hybrid)[\s:(/,|-]{1,3}$|[|(,/:•\n-]\s{0,2}$|^$/i;
const ASSERTED =
  /^(?:remote(?:ly)?)\s{0,2}(?:[|),/;:\n(-]|\b(?:ok|position|role|job|work|working|possible|friendly|first|only|within|from|anywhere|eligible|available|opportunity|based|\(|US|USA|UK|EU|Europe|option)\b)/i;

const remoteCue = (text: string, at: number): boolean => {
  const tail = text.slice(at, at + 60);
  const lead = text.slice(Math.max(0, at - 45), at);
  const home = /^home\b/i.test(tail) ? HOME.test(lead) : REMOTE.test(tail);
  if (!home || NOT_REMOTE_BEFORE.test(lead) || NOT_REMOTE_AFTER.test(tail)) return false;
  return !/^remote/i.test(tail) || ASSERTS.test(lead) || ASSERTED.test(tail);
};

/** True where the work can be done away from the employer's place, by its title or text. */
export const isRemote = (title: string, text: string): boolean => {
  if (cuesOf(text).remote.some((at) => remoteCue(text, at))) return true;
  return (
    /\b(?:remote|work from home|wfh|telecommute|home[- ]based)\b/i.test(title) &&
    !/\bremote (?:control|sens|monitor|site|area)|\b(?:no|not|non)[- ]remote\b/i.test(title)
  );
};
