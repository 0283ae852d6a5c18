import type { ExperienceYears } from "../models/extraction.js";
import { cuesOf } from "./facts/cues.js";
import { after, before, HEADING_REACH, isSoftenedBehind, underSoftHeading } from "./facts/window.js";
import { amountBefore, EXPERIENCE, mayFollowAmount } from "./facts/years.js";

/** "years" followed by this is a time of something else. */
const OTHER_SPAN =
  /^[a-z]*['’]?s?['’]?[\s-]{0,3}(?:(?:of\s+)?age\b|olds?\b|in business|of (?:service|success|operation|excellence|growth|history)|ago\b|contract|fixed|term\b|warranty|degree|program|college|university|of (?:college|university|study|schooling|education|post|academic|tertiary|undergrad)|course|period|anniversary|review|or older|and older|and over|and above|probation|assignment|project|diploma|plan|rotation|apprentice)/;
const OTHER_LEAD =
  /(?:\blast|\bpast|\bprevious|\bnext|\bfirst|\bwithin|\bevery|\baged?|\bafter|\bfor over|\bin the)\s*$/;
/** The company speaks of itself. */
const COMPANY =
  /(?:\bwe(?:'ve|’ve| have| bring)|(?<!who |candidate |applicant |someone )\bhas\b|\bhave been\b|\bour (?:company|team|firm|staff|people|founders?|clients|\w+ ha)|\bboast|\bserving\b|\bcelebrat|\bestablished|\bfounded|\bwith (?:over|more than|nearly|almost) )[^.]{0,50}$/;
const COMBINED = /\bcombined\b|\bcollective/;
/** Education or training counted as experience, or the other way round, asks for nothing by itself. */
const EXCHANGE = /\bsubstitut|\bin lieu\b|\beach\b|\bequals?\b|\bmay be replaced|\bcan be replaced|\bwaive/;

const ASK_BEFORE = /\bexperience\b[^.]{0,45}$/;
const ASK_AFTER =
  /^[a-z]*['’]?s?['’]?\)?\s{1,3}(?:(?:of|in|as|with|on|at|doing|using|working|managing|leading|developing|building|writing|designing|running|teaching|relevant|related|recent|prior|previous|professional|practical|paid|proven|hands|post|industry|teaching|clinical|supervisory|management|driving|nursing)\b)/;
const DEMAND = /\b(?:at least|minimum|min\.?|require[sd]?|must have|need|over|more than)\b[^.]{0,20}$/;

/** A wish in front of the number; "preferred" alone may end the line above. */
const LEAD_SOFT =
  /\bpreferabl|\bideal(?:ly)?\b|\bprefer\b|\bpreferred (?:candidate|applicant)|\b(?:preferred|desir(?:ed|able)|bonus)\s{0,2}(?:experience|skills?|qualifications?)?\s{0,2}[:–-]|\bnice to have|\bpreference/;

interface Ask {
  years: ExperienceYears;
  soft: boolean;
}

/** Longest experience that a posting asks for; more is a company's or a team's. */
const MOST_YEARS = 20;

const isExperience = (lead: string, tail: string, amount: string): boolean => {
  if (OTHER_LEAD.test(lead.slice(0, lead.length - amount.length).slice(-12))) return false;
  if (EXPERIENCE.test(tail) || ASK_BEFORE.test(lead)) return true;
  return (amount.includes("+") || DEMAND.test(lead)) && ASK_AFTER.test(tail);
};

/** Characters read in front of "years" and from there on. */
const LEAD = 120;
const TAIL = 160;

const isWish = (text: string, at: number, lead: string, tail: string): boolean =>
  cuesOf(text).soft.anyWithin(at - HEADING_REACH, at + TAIL) &&
  (LEAD_SOFT.test(/[^;,()]{0,70}$/.exec(lead.slice(-70))?.[0] ?? "") ||
    isSoftenedBehind(tail) ||
    underSoftHeading(text, at));

const readAsk = (text: string, at: number): Ask | null => {
  if (!mayFollowAmount(text, at)) return null;
  const tail = after(text, at, TAIL);
  if (OTHER_SPAN.test(tail)) return null;
  const lead = before(text, at, LEAD);
  const amount = amountBefore(lead, tail, tail.startsWith("m"));
  if (amount === null || amount.years.min > MOST_YEARS) return null;
  if (!isExperience(lead, tail, amount.written)) return null;
  if (COMPANY.test(lead) || COMBINED.test(tail.slice(0, 40)) || EXCHANGE.test(lead)) return null;
  return { years: amount.years, soft: isWish(text, at, lead, tail) };
};

const NONE_BEFORE =
  /\b(?:no|without(?: any)?|zero)\s{1,3}(?:(?:prior|previous|work|job|related|relevant|professional|industry|formal|retail|sales|[a-z]{3,12})[\s,/-]{1,3}){0,3}$/;
const NONE_AFTER =
  /^experience(?:\s{0,3}:\s{0,3}none\b|\s{1,3}will train)|^experience\s{1,3}(?:(?:is|are)\s{1,3})?(?:not\s{1,3}(?:required|necessary|needed|essential)|unnecessary)/;
const NONE_NEED =
  /^experience\s{0,3}(?:(?:is|at all|whatsoever)\s{1,3})?(?:required|necessary|needed|necesary|is required|\?|!|-|–|,|we|$|\))/;

/** What can follow "experience" where none is asked for; most of its places end here. */
const NONE_MAY_FOLLOW = /\s{0,3}(?:[^\sa-z]|$|is\b|a[tr]|w(?:h|e|il)|re|ne|no|un)|[^\S\n]{0,3}\n/y;
const EXPERIENCE_LENGTH = "experience".length;

/** Characters read for it in front of "experience" and from there on. */
const NONE_LEAD = 60;
const NONE_TAIL = 45;

const asksNone = (text: string, at: number): boolean => {
  if (!cuesOf(text).denies.anyWithin(at - NONE_LEAD, at + NONE_TAIL)) return false;
  NONE_MAY_FOLLOW.lastIndex = at + EXPERIENCE_LENGTH;
  if (!NONE_MAY_FOLLOW.test(text)) return false;
  const tail = after(text, at, NONE_TAIL);
  if (NONE_AFTER.test(tail)) return true;
  return NONE_NEED.test(tail) && NONE_BEFORE.test(before(text, at, NONE_LEAD));
};

const STAND_IN =
  /^equivalen\w*\s{1,3}(?:combination|(?:(?:(?:amount|level|years|number) of|education(?:al)?|training|qualifications?|knowledge|work(?:ing)?|related|relevant|professional|practical|job|military|life|industry|in|hands[- ]on|technical|full[- ]time|business|teaching|and\/or|or|and)[\s,/]{1,3}){0,8}experience)|^comparable\s{1,3}(?:[\w/-]+\s{1,3}){0,3}experience|^lieu of (?:[\w’']+\s){0,4}(?:degree|education|diploma|certif|licen|qualif)|^substitut\w*\s{1,3}(?:for|in)\b/;
const EQUIVALENT_BARE = /^equivalen\w*\b/;

/** "experience equivalent to the GS-9 level" compares experience with experience. */
const GRADE_LEVEL =
  /^equivalen\w* (?:in \w+ (?:of \w+ )?)?to (?:at least )?(?:the |an? )?(?:next |gs|grade|level|full|that)/;

const isStandIn = (text: string, at: number): boolean => {
  const tail = after(text, at, 110);
  const lead = before(text, at, 110);
  if (tail.startsWith("substitut"))
    return EXPERIENCE.test(lead) && /\b(?:degree|education|diploma|college|certif|licen)/.test(tail);
  if (GRADE_LEVEL.test(tail)) return false;
  if (!STAND_IN.test(tail)) return EQUIVALENT_BARE.test(tail) && /\bexperience,?\s{1,3}(?:that is |or )?$/.test(lead);
  return !tail.startsWith("lieu") || EXPERIENCE.test(lead);
};

/**
 * Experience asked for, in years (six months are 0.5): the first ask that is not softened ("preferred", "a plus", or
 * under such a heading); `0..0` where the posting says that none is needed; null where nothing is demanded. Ages, the
 * company's own years, contract lengths and time at college are not experience. `equivalent`: experience may stand in for a
 * degree or certificate.
 */
export const readExperience = (text: string): { years: ExperienceYears | null; equivalent: boolean } => {
  const cues = cuesOf(text);
  const equivalent = cues.standIn.some(text, isStandIn);
  for (let i = 0; i < cues.span.count; i++) {
    const ask = readAsk(text, cues.span.at[i]!);
    if (ask !== null && !ask.soft) return { years: ask.years, equivalent };
  }
  const none = cues.experience.some(text, asksNone);
  return { years: none ? { min: 0, max: 0 } : null, equivalent };
};
