import { oneOf } from "../text/patterns.js";

/** What may stand before and behind a title ("RN", "Registered Nurse") that tells the licence from the job and the colleague. */

const IN_PARENTHESIS = String.raw`(?:\([^()]{1,24}\)\s{0,2})?`;

/** "RN license", "nurses who are currently licensed", "RN in good standing": a licence is named behind the title. */
export const NOUN_BEHIND = new RegExp(
  String.raw`^'?s?\s{0,2}${IN_PARENTHESIS}(?:[-–/,:]\s{0,2})?(?:who (?:is|are) )?${oneOf(
    "state |active |current |valid |professional |nursing |currently |duly |actively |fully |already ",
  )}?(?:[A-Z][a-z]+ (?=licen[cs]e\b)|[A-Z]{2} (?=licen[cs]e\b))?${oneOf(
    // The paper, or what is said of its holder.
    String.raw`(?:and |or )?(?:certified|licen[cs]ed)\b|licen[cs]|certif|regist(?!ered\s(?:\w+\s){0,2}nurses?\b)|credential`,
    String.raw`status\b|pin\b|part 1\b|qualif(?!ications\s?:)|board\b|boards\b|issued\b|\(nmc|eligible|in good standing|authori[sz]ed`,
    "with (?:an? )?(?:current|active|valid|unrestricted|unencumbered|state|the nmc|nmc|licen|compact|valid|RGN|RMN)",
  )}`,
  "i",
);

/** "Registered Nurse (RN) - Ohio Board of Nursing": who licenses stands behind a dash. */
export const ISSUER_BEHIND =
  /^\s?(?:\([A-Z]{2,4}\)\s)?(?:within \d+ [a-z]+\s)?[-–]\s(?:[A-Z][\w.&]*\s|of\s|and\s|the\s){0,6}(?:(?:Boards?|Division|Department|Dept|Council) of|Registry)\b/;

/** "Medical Assistants, and Certified Nursing Assistants", "nurses, licensed practical nurses": the word opens the next title. */
export const NEXT_TITLE =
  /^'?s?(?:\s\([A-Z]{2,5}s\))?(?:,|\s?[-–])?\s{0,2}(?:and |or |& )?(?:[Cc]ertified|[Ll]icensed|[Qq]ualified)\s(?:(?!(?:In|By|To|And|Or|With|As)\b)[A-Z][a-z]|(?:practical|vocational|clinical|nursing|medical|physical|occupational|social|speech)\s[a-z])/;

/** "RN - Registered Nurse - state license": behind a dash the name is spelled out. "RGN Registered Nurse" is a job's title. */
export const SPELLED_BEHIND = /^\s{0,2}[-–]\s{0,2}(?:registered|licensed)\s(?:\w+\s){0,2}nurses?\b/i;

/** "Licensed as an RN", "registration as a nurse": a licence is named before the title. */
export const NOUN_BEFORE = new RegExp(
  String.raw`${oneOf(
    String.raw`licen[cs]ed|licen[cs]es?|licensure|licens(?:e|ure)\/certification|registered|registration|certified`,
    "certifications?|certificates?|credentialed?|credentials?:?|qualification|(?:qualified|trained) nurses?",
    "licen[cs]e,? in good standing,?",
    "qualifications?,(?: either)?",
    String.raw`(?:qualifications?|NMC|HCPC|nurs(?:e|ing) qualified)(?=\s\()`,
  )}\s{1,2}\(?(?:to (?:practice|work)\s{1,2})?(?:(?:by|with) (?:the )?[A-Z]{3,7}\s)?(?:as|for|of|is)?\s{0,2}(?:an?\s{1,2})?(?:(?!nurses\b|nurse\s[-–])[\w.-]+\s{1,2}){0,2}$`,
  "i",
);

/** "Current RN", "hold a compact RN": the state of a licence, or who holds it. */
export const HELD_BEFORE = new RegExp(
  String.raw`(?:\b${oneOf(
    "NMC as|NMC as [Ee]ither|NMC|current|currently|active|valid|unrestricted|unencumbered|clear|compact|multi-?state|nmc|state|temporary|permanent",
    "your|hold an?|holds? a|possess an?|have an?|have your|possession of an?|proof of|licensed|qualified",
  )})\s{1,2}(?:[A-Z][\w.]+\s{1,2}){0,3}(?:an?\s)?$`,
);

/** "Must be an RN", "requirements: RN". */
export const ASKED_BEFORE = new RegExp(
  String.raw`\b${oneOf(
    "must (?:be|have|possess|hold)|shall be|should be|need to be|needs to be|required to be|and be|you must be",
    "you are(?: an? (?:enthusiastic|experienced|qualified|dedicated|motivated|caring))?|will be:|is an?|you will be",
    "you'll be|applicants? must be|requires?|required:?|requirements?:|qualifications?:|minimum of",
    "(?:qualifications?|requirements?|skills|education|training) (?:and|&) [a-z]+:|criteria:|candidate specification:",
    "(?:to|will|should|must) (?:have|be|hold)(?: the following)?:",
  )}\s{1,2}${oneOf(
    String.raw`an?\s{1,2}|either\s{1,2}an?\s{1,2}`,
    String.raw`(?:currently\s)?(?:a\s)?(?:fully\s)?(?:licensed|registered|qualified|certified|band \d)\s{1,2}`,
  )}*$`,
  "i",
);

/** "RN required", "RN - a must", "RN (preferred)". */
export const ASKED_BEHIND = new RegExp(
  String.raw`^'?s?\s{0,2}${IN_PARENTHESIS}(?:[-–—:,]\s{0,2}|\()?(?:which is |is |are |strongly |highly )?${oneOf(
    String.raw`required(?!\sto\s)|preferred|needed|desired|desirable|a must|essential|mandatory|a plus`,
    String.raw`only\b|(?:up)?on hire\b|at (?:time of )?hire\b`,
  )}`,
  "i",
);

/** "Must be a qualified RGN Experience of audits": the next item begins where the line end was lost. */
export const NEXT_ITEM_BEHIND = /^\s(?:\([A-Z]{2,5}\)\s)?Experience (?:of|in|with|working)\b/;

/** "RN position", "RN team", "RN II": the job is named. */
export const JOB_BEHIND = new RegExp(
  String.raw`^'?s?\s{0,2}${IN_PARENTHESIS}(?:[-–—/]\s{0,2})?${oneOf(
    String.raw`experience|role|position|job|jobs|vacanc|openings?|opportunit|duties|responsib|is responsible|shift|i{1,3}\b|\d`,
    // Other jobs and what goes with one.
    String.raw`team|staff|lead\b|(?:case |care )?(?:manager|coordinator)|supervisor|director|support|loan|tuition|essential`,
    // Who would take it, and where.
    String.raw`will\b|to join|to work|who\b|looking\b|seeking\b|searching\b|interested\b|ready\b|wanting\b|hoping\b`,
    String.raw`that (?:is|loves|wants|enjoys)\b|contract\b|at\b|in our|for our`,
  )}`,
  "i",
);

/** "Seeking an RN", "job title: RN", "works as a nurse". */
export const JOB_BEFORE = new RegExp(
  String.raw`\b${oneOf(
    String.raw`looking for|seeking|searching for|recruiting|hiring|recruit|hire|join\w*|seeks?|employ|needs|for`,
    String.raw`role of|position of|job title:?|vacanc\w+ for|posts? for|position:|title:|discipline:|specialty:`,
    String.raw`(?:homes?|hospitals?|clinics?|clients?|trust|group|agency|care|recruitment|we)\s(?:[a-z]+ly\s)?requires?`,
    "opportunity for|opening for|as|experience (?:as|in)|works? as|working as|working in",
  )}\s{1,2}(?:for\s{1,2})?${oneOf(
    String.raw`an?\s{1,2}|our\s{1,2}|the\s{1,2}|experienced\s{1,2}|\d+\s{1,2}|dynamic\s{1,2}|compassionate\s{1,2}`,
    String.raw`qualified\s{1,2}|dedicated\s{1,2}|motivated\s{1,2}|full[- ]time\s{1,2}|part[- ]time\s{1,2}|band \d\s{1,2}|staff\s{1,2}`,
    String.raw`(?:highly )?(?:enthusiastic|passionate|committed|skilled|talented|caring|proactive|reliable|friendly|driven),?\s{1,2}(?:and\s{1,2})?`,
    String.raw`travel nurse\s{1,2}|travel\s{1,2}|(?:long|short) term(?: care)?\s{1,2}`,
  )}*$`,
  "i",
);

/** "Registered Nurses required for a home in Leeds" heads an advertisement. */
export const WANTED_BEHIND = /^\s(?:\([A-Z]{2,5}\)\s)?required\s(?:for|in|at|to join)\b/i;

/** "Hiring certified CNAs", "looking for a licensed RN", "to find a qualified Telemetry RN" name the job. */
export const HIRED_BEFORE =
  /\b(?:[Hh]iring|[Ll]ooking for|[Ss]eeking|[Ss]earching for|[Rr]ecruiting|to (?:find|hire|recruit))\s(?:(?:an?|our|new|experienced|qualified|dedicated|compassionate|full[- ]time|part[- ]time)\s){0,3}(?:[Cc]ertified|[Ll]icen[cs]ed|[Rr]egistered|[Qq]ualified)\s(?:[A-Z][\w/&-]*\s){0,3}$/;

/** "We can consider RNLD nurses". */
export const CONSIDERED_BEFORE = /\b(?:consider|accept)\s(?:an?\s)?$/i;

/** "Positions such as STNA", "advancement to LPN" name jobs. */
export const JOBS_SUCH_AS =
  /\b(?:(?:positions?|roles?|jobs?|titles?|staff|professionals|caregivers) (?:such as|including|like|of)|(?:advance|advancement|promotion|promoted|progress|progression|career ladder) (?:to|from)|hiring|recruiting|seeking)\s(?:an?\s|the\s)?(?:[A-Z]{2,5}s?(?:,\s|\s?\/\s?|\s(?:and|or|&)\s)(?:and\s|or\s)?){0,3}(?:Certified\s|Licensed\s|Registered\s)?$/;

/** "Hiring Experienced Caregivers and [Certified Nursing Assistants]": the last of several jobs. */
export const HIRED_WITH =
  /\b(?:[Hh]iring|[Rr]ecruiting|[Ll]ooking for|[Ss]eeking)\s(?:[a-z]{4,15}\s){0,2}(?:[A-Z][a-z]+\s){1,3}(?:and|or|&)\s$/;

/** "The ideal candidate will be a", "candidates should be": whoever comes is asked to be one. */
export const CANDIDATE_BEFORE = new RegExp(
  String.raw`\b${oneOf(
    `(?:candidates?|applicants?|individual|person) ${oneOf(
      "would be|will be|will ideally be|should be|must be|shall be|is|are|needs? to be|would ideally be|(?:who|that) (?:is|are)",
    )}`,
    "you will be",
    "ideally,?(?: (?:you will be|you are|you would be|be|a|they are))?",
  )}\s{1,2}${oneOf(
    String.raw`an?\s{1,2}|either\s{1,2}|both\s{1,2}`,
    String.raw`${oneOf(
      "fully|currently|newly|already|experienced|qualified|licensed|dual|practi[cs]ing",
      "motivated|caring|compassionate|dedicated",
    )}[\s,]{1,2}(?:and\s)?`,
  )}*$`,
  "i",
);

/** "A nurse (RN or LPN)", "a mental health (RMN) or general nurse (RGN)": asked for like the word before the parenthesis. */
export const NURSE_PARENTHESIS =
  /\b(?:must|should|shall|will|would|need to|needs to|required to) be\s[^.;()]{0,60}(?:\([A-Z]{2,5}\)[^.;()]{1,40}){0,3}\b(?:nurse|mental health|general|adult|learning disabilit(?:y|ies))\s?\($/i;

/** The one before in "RN or LPN": both are read by what stands before the first. */
export const OTHER_BEFORE = new RegExp(
  String.raw`${oneOf(
    String.raw`\b(?:RN|RGN|RMN|RNLD|LPN|LVN|RPN|NP|CNA|STNA|HHA|GNA|EMT|Paramedic)s?`,
    String.raw`\bFire ?fighter(?: (?:I{1,2}|[12]))?`,
    String.raw`\b${oneOf(
      "(?:Registered|Licensed) (?:(?:General|Adult|Mental|Mental Health|Paediatric|Children['’]?s|Learning Disability|Practical|Vocational)(?: Nurses?)?|Nurses?)",
      "1st Level Nurses?",
    )}`,
    String.raw`\bNurse (?:Practitioners?|Midwi(?:fe|ves))`,
  )}(?:\s\([A-Z]{2,5}s?\))?(?:\s?\/\s?|,?\s(?:or|and\/or)\s)(?:an?\s)?$`,
  "i",
);

/** "Licensed as a registered nurse, practical nurse or therapist": what is held is a list. */
export const HELD_LIST_BEFORE =
  /\b(?:licen[cs](?:e|ed|ure)|registration|registered|certified|certification)(?: to practi[cs]e)? as an? [A-Za-z][\w/ -]{1,30}(?:, (?:an? )?[A-Za-z][\w/ -]{1,40}){0,3},? (?:or |and )?(?:an? )?$/i;

/** "Must be a graduate of an approved program or an RN": one of two that are demanded. */
export const ASKED_LIST_BEFORE =
  /\b(?:must|should|shall|need to|required to) be an?\s[^.;:()\n]{3,80}\sor\s(?:an?\s)$/i;

/** "EMT or paramedic required": the demand is behind the last of both. */
export const ASKED_BEHIND_OTHER =
  /^(?:\s\([A-Z]{2,5}\))?\sor\s(?:an?\s)?(?:[A-Za-z-]{2,20}\s){1,2}(?:\([A-Z]{2,5}\)\s)?(?:is |are )?(?:strongly |highly )?(?:required|preferred|essential|desired|desirable|a must|mandatory)\b/i;

/** "If you are an accountant looking for growth", "are you a nurse who cares", "whether you are an experienced RN": a call, whatever the licence. */
export const CALL_BEFORE =
  /\b(?:(?:if|whether) you(?:['’]re| are)|are you)\s{1,2}(?:an?\s{1,2})?(?:[\w-]{2,20}\s{1,2}){0,3}$/i;

/** "If you are a nurse with a live NMC PIN": a call that asks for the licence. */
export const PIN_BEHIND = /^[^.;\n]{0,50}\b(?:NMC|PIN|pin|licen[cs]e|registration)\b/;

export const SEEKER_BEHIND =
  /^'?s?\s{0,2}(?:\([^()]{1,24}\))?,?\s{0,2}(?:and (?:are )?)?(?:looking|seeking|searching|interested|ready|wanting|hoping|who (?:is|are|wants?|loves?|enjoys?))\b/i;

/** "RN diploma", "LPN program", "BSN/RN degree": schooling. */
export const SCHOOLING_BEHIND =
  /^'?s?\s{1,2}(?:\([^()]{1,24}\)\s)?(?:nursing\s|training\s|bridge\s|educational?\s)?(?:diplomas?|degrees?|program(?:me)?s?|schools?|courses?|coursework|students?|graduates?|curriculum|to bsn)\b/i;

/** "Supervised by an RN", "our nurses": another holds the licence. */
export const COLLEAGUE_BEFORE = new RegExp(
  String.raw`\b${oneOf(
    String.raw`with|supervis\w*|supervision (?:and delegation )?of|direction of|delegation of|guidance of|directed by|led by|report(?:s|ing)? to|under an?`,
    "under the direction of an?|assists?|assist an?|trains?|mentors?|oversees?|manages?|coordinates?",
    "team of|teams? of|group of|network of|staff of|knowledge of an?|other|among|between|by|the|and the|from|our",
  )}\s{1,2}${oneOf(
    String.raw`an?\s{1,2}|the\s{1,2}|our\s{1,2}|other\s{1,2}|qualified\s{1,2}|experienced\s{1,2}|licensed\s{1,2}`,
  )}*$`,
  "i",
);

/** "Under the supervision of a registered nurse, licensed physician or dentist" lists colleagues. */
export const COLLEAGUES_BEFORE =
  /\b(?:supervision|direction|knowledge|guidance|orders?) of an?\s[^.;:\n]{2,80},\s(?:(?:or|and)\s)?(?:an?\s)?(?:[a-z]+\s){0,2}$/i;

/** Other titles that share the noun behind them: "[LPN] / RN license", "[EMT-B] or Paramedic certification". */
export const SHARES_NOUN =
  /^(?:\s{0,2}(?:\/|,|&|\bor\b|\band\b|\band\/or\b)\s{0,2}(?:or\s|and\s)?(?:[A-Z][A-Za-z]{1,4}(?:-[A-Z])?|Advanced EMT|[Pp]aramedic|Registered Nurse)\b){1,3}/;

/** "[Registered Nurse] Anesthetist" is another title; "[Registered General] Nurse" was read as a whole before. */
export const TITLE_GOES_ON = /^\s(?:an(?:a)?esthetist|practitioner|assistant|midwife)s?\b/i;

export const NURSE_GOES_ON = /^\snurses?\b/i;

export const SHORT_OF_NURSE = /\s(?:General|Mental Health)$/;

/** "Certified Rehabilitation [Registered Nurse]" is another credential. */
export const PART_OF_LONGER =
  /\b(?:Certified|Licensed|Registered)\s(?:[A-Z][\w-]+\s){1,3}$|\b(?:student|trainee|assistant|travel)\s$/;
