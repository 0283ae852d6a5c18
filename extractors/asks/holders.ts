/**
 * Surfaces that name a person ("Registered Nurse", "RN", "Professional Engineer") name a licence only where the licence
 * is asked of the applicant. Nurse titles are strict: without a sign that the licence is meant they are a job title or a
 * colleague. Other holders are mild: they count unless they plainly name a job or a colleague.
 */
const STRICT = new Set(["rn", "lpn", "nurse-practitioner"]);
const CREDENTIAL_IN_SURFACE = /licen[cs]|certif|regist(?:ration|ry)|credential|board|-C$|-BC$|compact/i;
/** A surface that says itself that something is held. */
const SAYS_HELD = /certif|licen[cs]|regist|credential|accredit|board/i;
/** Names of products and issuers in front make a surface a certificate's name, though it ends like a job's. */
const BRAND =
  /^(?:Microsoft|MOS|Office|Serv|ServSafe|Serve|ServeSafe|Cisco|CompTIA|Google|AWS|Azure|Oracle|SAS|Tableau|Esri|HDI|ASE|Adobe|Autodesk|Salesforce|Certiport|NIMS|ACI|BICSI)\b/i;
/** Surfaces that name a person by the last word. */
export const PERSON = new RegExp(
  "(?:^|[\\s/-])(?:nurses?|practitioners?|assistants?|aides?|engineers?|accountants?|technicians?|technologists?|teachers?|attorneys?|architects?|workers?|therapists?|" +
    "counsell?ors?|paramedics?|pharmacists?|hygienists?|electricians?|plumbers?|welders?|operators?|cosmetologists?|barbers?|agents?|" +
    "brokers?|dieti[ct]ians?|trainers?|phlebotomists?|firefighters?|fire fighters?|arborists?|interpreters?|reporters?|surveyors?|" +
    "lifeguards?|applicators?|inspectors?|bookkeepers?|paralegals?|coders?|educators?|specialists?|chefs?|managers?|guards?|" +
    "telecommunicators?|dispatchers?|contractors?|physicians?|surgeons?|veterinarians?|dentists?|estheticians?|psychologists?|audiologists?|notary|an(?:a)?esthetists?|midwi(?:fe|ves)|sonographers?|radiographers?|opticians?|embalmers?|EMTs?|EMT-[BPI])$",
  "i",
);

/** "Geriatric Nursing Assistant (GNA)" is a person's title like its words. */
const SPELLED_OUT = /\s\([A-Z]{2,6}\)$/;

export type Holder = "strict" | "mild" | "none";

/** How carefully a surface of this entity has to be read. */
export function holderKind(entity: string, surface: string): Holder {
  if (STRICT.has(entity)) return CREDENTIAL_IN_SURFACE.test(surface.replace(/^licen[cs]ed /i, "")) ? "none" : "strict";
  if (/^(?:CNA|HHA)s?$/.test(surface)) return surface.toLowerCase().startsWith(entity) ? "strict" : "none";
  if (/^(?:STNA|GNA|QMAP|RPN|PSW)s?$/.test(surface)) return "strict";
  if (!PERSON.test(surface.replace(SPELLED_OUT, "")) || BRAND.test(surface)) return "none";
  return SAYS_HELD.test(surface) ? "mild" : "strict";
}

const NOUN_BEHIND =
  /^'?s?\s{0,2}(?:\([^()]{1,24}\)\s{0,2})?(?:[-–/,]\s{0,2})?(?:who (?:is|are) )?(?:state |active |current |valid |professional |nursing |currently |duly |actively |fully |already )?(?:(?:and |or )?(?:certified|licen[cs]ed)\b|licen[cs]|certif|regist(?!ered\s(?:\w+\s){0,2}nurses?\b)|credential|status\b|pin\b|part 1\b|qualif|board\b|boards\b|issued\b|with (?:an? )?(?:current|active|valid|unrestricted|unencumbered|state|the nmc|nmc|licen|compact|valid|RGN|RMN)|\(nmc|eligible|in good standing|authori[sz]ed)/i;
/** "Medical Assistants, and Certified Nursing Assistants": the word opens the next title. */
const NEXT_TITLE =
  /^'?s?,?\s{0,2}(?:and |or |& )?(?:[Cc]ertified|[Ll]icensed)\s(?!(?:In|By|To|And|Or|With|As)\b)[A-Z][a-z]/;
/** "RN - Registered Nurse - state license": behind a dash the name is spelled out. "RGN Registered Nurse" is a job's title. */
const SPELLED_BEHIND = /^\s{0,2}[-–]\s{0,2}registered\s(?:\w+\s){0,2}nurses?\b/i;
const NOUN_BEFORE =
  /(?:licen[cs]ed|licen[cs]es?|licensure|licens(?:e|ure)\/certification|registered|registration|certified|certifications?|certificates?|credentialed?|credentials?:?|qualification|(?:qualified|trained) nurses?|(?:qualifications?|NMC|HCPC|nurse qualified)(?=\s\())\s{1,2}\(?(?:to (?:practice|work)\s{1,2})?(?:as|for|of|is)?\s{0,2}(?:an?\s{1,2})?(?:[\w.-]+\s{1,2}){0,2}$/i;
const HELD_BEFORE =
  /(?:\b(?:NMC|current|active|valid|unrestricted|unencumbered|clear|compact|multi-?state|nmc|state|temporary|permanent|your|hold an?|holds? a|possess an?|have an?|have your|possession of an?|proof of|licensed|qualified))\s{1,2}(?:[A-Z][\w.]+\s{1,2}){0,3}(?:a\s)?$/;
const ASKED_BEFORE =
  /\b(?:must (?:be|have|possess|hold)|shall be|should be|need to be|needs to be|required to be|and be|you are(?: an? (?:enthusiastic|experienced|qualified|dedicated|motivated|caring))?|will be:|is an?|you must be|you will be|you'll be|applicants? must be|requires?|required:?|requirements?:|qualifications?:|minimum of)\s{1,2}(?:an?\s{1,2}|either\s{1,2}an?\s{1,2}|(?:currently\s)?(?:a\s)?(?:fully\s)?(?:licensed|registered|qualified|certified|band \d)\s{1,2})*$/i;
const ASKED_BEHIND =
  /^'?s?\s{0,2}(?:\([^()]{1,24}\)\s{0,2})?(?:[-–—:,]\s{0,2})?(?:which is |is |are |strongly |highly )?(?:required|preferred|needed|desired|desirable|a must|essential|mandatory|a plus|only\b|(?:up)?on hire\b|at (?:time of )?hire\b)/i;
const JOB_BEHIND =
  /^'?s?\s{0,2}(?:\([^()]{1,24}\)\s{0,2})?(?:[-–—/]\s{0,2})?(?:experience|role|position|job|jobs|vacanc|openings?|opportunit|team|staff|shift|lead\b|will\b|to join|to work|who\b|looking\b|seeking\b|searching\b|interested\b|ready\b|wanting\b|hoping\b|that (?:is|loves|wants|enjoys)\b|is responsible|responsib|loan|tuition|support|manager|supervisor|director|at\b|in our|for our|essential|duties|openings|i{1,3}\b|\d)/i;
const JOB_BEFORE =
  /\b(?:looking for|seeking|searching for|recruiting|hiring|recruit|hire|join\w*|seeks?|employ|needs|as|role of|position of|job title:?|vacanc\w+ for|posts? for|position:|title:|discipline:|specialty:|experience (?:as|in)|works? as|working as|working in|opportunity for|opening for|for)\s{1,2}(?:for\s{1,2})?(?:an?\s{1,2}|our\s{1,2}|the\s{1,2}|experienced\s{1,2}|\d+\s{1,2}|dynamic\s{1,2}|compassionate\s{1,2}|dedicated\s{1,2}|motivated\s{1,2}|full[- ]time\s{1,2}|part[- ]time\s{1,2}|band \d\s{1,2}|staff\s{1,2}|travel nurse\s{1,2}|travel\s{1,2}|(?:long|short) term(?: care)?\s{1,2})*$/i;
/** "Registered Nurses required for a home in Leeds" heads an advertisement. */
const WANTED_BEHIND = /^\s(?:\([A-Z]{2,5}\)\s)?required\s(?:for|in|at|to join)\b/i;
/** "Hiring certified CNAs", "looking for a licensed RN" name the job. */
const HIRED_BEFORE =
  /\b(?:hiring|looking for|seeking|searching for|recruiting)\s(?:(?:an?|our|new|experienced|qualified|dedicated|compassionate|full[- ]time|part[- ]time)\s){0,3}(?:certified|licen[cs]ed|registered|qualified)\s$/i;
/** "We can consider RNLD nurses". */
const CONSIDERED_BEFORE = /\b(?:consider|accept)\s(?:an?\s)?$/i;
/** "Positions such as STNA", "advancement to LPN" name jobs. */
const JOBS_SUCH_AS =
  /\b(?:(?:positions?|roles?|jobs?|titles?|staff|professionals|caregivers) (?:such as|including|like|of)|(?:advance|advancement|promotion|promoted|progress|progression|career ladder) (?:to|from)|hiring|recruiting|seeking)\s(?:an?\s|the\s)?(?:[A-Z]{2,5}s?(?:,\s|\s?\/\s?|\s(?:and|or|&)\s)(?:and\s|or\s)?){0,3}(?:Certified\s|Licensed\s|Registered\s)?$/;
/** "The ideal candidate will be a", "candidates should be": whoever comes is asked to be one. */
const CANDIDATE_BEFORE =
  /\b(?:(?:candidates?|applicants?|individual|person) (?:would be|will be|will ideally be|should be|must be|shall be|is|are|needs? to be|would ideally be|(?:who|that) (?:is|are))|you will be|ideally,?(?: (?:you will be|you are|you would be|be|a|they are))?)\s{1,2}(?:an?\s{1,2}|either\s{1,2}|both\s{1,2}|(?:fully|currently|newly|already|experienced|qualified|licensed|dual|practi[cs]ing|motivated|caring|compassionate|dedicated)[\s,]{1,2})*$/i;
/** "A nurse (RN or LPN)": what stands in the parenthesis is asked for like the word before it. */
const NURSE_PARENTHESIS = /\b(?:must|should|shall|will|need to|needs to|required to) be\s[^.;()]{0,60}\bnurse\s?\($/i;
/** The one before in "RN or LPN": both are read by what stands before the first. */
const OTHER_BEFORE =
  /(?:\b(?:RN|RGN|RMN|RNLD|LPN|LVN|RPN|NP|CNA|STNA|HHA|GNA|EMT)s?|\b(?:(?:Registered|Licensed) (?:(?:General|Mental Health|Learning Disability|Practical|Vocational)(?: Nurses?)?|Nurses?)|1st Level Nurses?)|\bNurse Practitioners?)(?:\s\([A-Z]{2,5}s?\))?(?:\s?\/\s?|,?\s(?:or|and\/or)\s)(?:an?\s)?$/i;
/** "Licensed as a registered nurse, practical nurse or therapist": what is held is a list. */
const HELD_LIST_BEFORE =
  /\b(?:licen[cs](?:e|ed|ure)|registration|registered|certified|certification)(?: to practi[cs]e)? as an? [A-Za-z][\w/ -]{1,30}(?:, (?:an? )?[A-Za-z][\w/ -]{1,40}){0,3},? (?:or |and )?(?:an? )?$/i;
/** "EMT or paramedic required": the demand is behind the last of both. */
const ASKED_BEHIND_OTHER =
  /^(?:\s\([A-Z]{2,5}\))?\sor\s(?:an?\s)?(?:[A-Za-z-]{2,20}\s){1,2}(?:\([A-Z]{2,5}\)\s)?(?:is |are )?(?:strongly |highly )?(?:required|preferred|essential|desired|desirable|a must|mandatory)\b/i;
/** "If you are an accountant looking for growth", "are you a nurse who cares": a call, whatever the licence. */
const CALL_BEFORE = /\b(?:if you(?:'re| are)|are you)\s{1,2}(?:an?\s{1,2})?(?:[\w-]{2,20}\s{1,2}){0,3}$/i;
const SEEKER_BEHIND =
  /^'?s?\s{0,2}(?:\([^()]{1,24}\))?,?\s{0,2}(?:and (?:are )?)?(?:looking|seeking|searching|interested|ready|wanting|hoping|who (?:is|are|wants?|loves?|enjoys?))\b/i;
/** "RN diploma", "LPN program", "BSN/RN degree": schooling. */
const SCHOOLING_BEHIND =
  /^'?s?\s{1,2}(?:\([^()]{1,24}\)\s)?(?:nursing\s|training\s|bridge\s|educational?\s)?(?:diplomas?|degrees?|program(?:me)?s?|schools?|courses?|coursework|students?|graduates?|curriculum|to bsn)\b/i;
const COLLEAGUE_BEFORE =
  /\b(?:with|supervis\w*|supervision of|direction of|directed by|led by|report(?:s|ing)? to|team of|teams? of|group of|other|among|between|by|the|and the|from|staff of|under an?|under the direction of an?|network of|our|assists?|assist an?|trains?|mentors?|oversees?|manages?|coordinates?)\s{1,2}(?:an?\s{1,2}|the\s{1,2}|our\s{1,2}|other\s{1,2}|qualified\s{1,2}|experienced\s{1,2}|licensed\s{1,2})*$/i;

/** "Under the supervision of a registered nurse, licensed physician or dentist" lists colleagues. */
const COLLEAGUES_BEFORE =
  /\b(?:supervision|direction|knowledge|guidance|orders?) of an?\s[^.;:\n]{2,80},\s(?:(?:or|and)\s)?(?:an?\s)?$/i;

/** "The supervision of a registered nurse, licensed physician": the comma parts colleagues. */
const isColleagueListed = (lead: string, after: string): boolean =>
  after.startsWith(",") && COLLEAGUE_BEFORE.test(lead);

/** Other abbreviations that share the noun behind them: "[LPN] / RN license", "[CNA] or HHA certification". */
const SHARES_NOUN = /^(?:\s{0,2}(?:\/|,|&|\bor\b|\band\b|\band\/or\b)\s{0,2}(?:or\s|and\s)?[A-Z][A-Za-z]{1,4}\b){1,3}/;

/** "[Registered Nurse] Anesthetist" is another title; "[Registered General] Nurse" was read as a whole before. */
const TITLE_GOES_ON = /^\s(?:an(?:a)?esthetist|practitioner|assistant|midwife)s?\b/i;
const NURSE_GOES_ON = /^\snurses?\b/i;
const SHORT_OF_NURSE = /\s(?:General|Mental Health)$/;
/** "Certified Rehabilitation [Registered Nurse]" is another credential. */
const PART_OF_LONGER =
  /\b(?:Certified|Licensed|Registered)\s(?:[A-Z][\w-]+\s){1,3}$|\b(?:student|trainee|assistant|travel)\s$/;
const BEFORE = 70;
/** A list of titles goes further back. */
const LIST_BEFORE = 120;
const AFTER = 60;

export interface HolderSite {
  text: string;
  start: number;
  end: number;
  /** Bounds of the sentence or list item. */
  from: number;
  to: number;
  /** The item stands where requirements are listed. */
  listed: boolean;
}

/** "Licensed Practical Nurse (LPN):" heads what the role does. */
const HEADS_ROLE = /^(?:\([^()]{1,24}\)\s?)?:$/;
/** Nothing but the name in the first line of a longer text is its title. */
const NO_MORE = /^(?:\([^()]{1,24}\))?$/;

function isBareItem({ text, start, end, from, to, listed }: HolderSite): boolean {
  const lead = text
    .slice(from, start)
    .replace(OTHER_BEFORE, "")
    .replace(/[^A-Za-z]+/g, "");
  const tail = text.slice(end, to).trim();
  if (lead.length > 8 || /^as/i.test(lead) || HEADS_ROLE.test(tail)) return false;
  if (from === 0 && NO_MORE.test(tail) && to < text.length) return false;
  if (listed) return tail.length <= 90 && !JOB_BEHIND.test(text.slice(end, Math.min(to, end + AFTER)));
  return text.length <= 100 && tail.length <= 20;
}

/** Whether a surface that names its holder stands for the licence here. */
export function namesLicence(holder: Holder, site: HolderSite): boolean {
  if (holder === "none") return true;
  const { text, start, end, from, to } = site;
  const lead = text.slice(Math.max(from, start - BEFORE), start);
  const after = text.slice(end, Math.min(to, end + AFTER));
  const others = SHARES_NOUN.exec(after)?.[0] ?? "";
  if (TITLE_GOES_ON.test(after)) return false;
  if (NURSE_GOES_ON.test(after) && SHORT_OF_NURSE.test(text.slice(start, end))) return false;
  if (SCHOOLING_BEHIND.test(after) || SCHOOLING_BEHIND.test(after.slice(others.length))) return false;
  if (NOUN_BEHIND.test(after) && !NEXT_TITLE.test(after) && !isColleagueListed(lead, after)) return true;
  if (SPELLED_BEHIND.test(after)) return !JOB_BEFORE.test(lead);
  if (others !== "" && NOUN_BEHIND.test(after.slice(others.length))) return true;
  const before = lead.replace(OTHER_BEFORE, "");
  if (SEEKER_BEHIND.test(after.slice(others.length)) && CALL_BEFORE.test(before)) return false;
  if (CANDIDATE_BEFORE.test(before)) return true;
  if (HELD_LIST_BEFORE.test(text.slice(Math.max(from, start - LIST_BEFORE), start))) return true;
  const plural = /s$/i.test(text.slice(start, end)) && !/ss$/i.test(text.slice(start, end));
  if (PART_OF_LONGER.test(before)) return false;
  if (holder === "mild" && !plural)
    return !(
      (JOB_BEFORE.test(before) && !ASKED_BEHIND.test(after)) ||
      COLLEAGUE_BEFORE.test(before) ||
      COLLEAGUES_BEFORE.test(text.slice(Math.max(from, start - LIST_BEFORE), start)) ||
      JOBS_SUCH_AS.test(before)
    );
  if ((plural && WANTED_BEHIND.test(after)) || HIRED_BEFORE.test(before)) return false;
  if (NURSE_GOES_ON.test(after) && CONSIDERED_BEFORE.test(before)) return true;
  if (NOUN_BEFORE.test(before) || ASKED_BEHIND.test(after.slice(others.length))) return true;
  if (
    JOB_BEHIND.test(after) ||
    JOB_BEHIND.test(after.slice(others.length)) ||
    JOBS_SUCH_AS.test(before) ||
    JOB_BEFORE.test(before) ||
    COLLEAGUE_BEFORE.test(before)
  )
    return false;
  if (plural) return false;
  return (
    HELD_BEFORE.test(before) ||
    ASKED_BEFORE.test(before) ||
    NURSE_PARENTHESIS.test(before) ||
    ASKED_BEHIND_OTHER.test(after) ||
    isBareItem(site)
  );
}
