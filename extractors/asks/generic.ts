/**
 * Unnamed requests: "relevant certification preferred", "must be licensed", "current state licensure". The noun must stand
 * alone or with words that name nothing.
 */
const LICENCE = /licen[cs]/i;
const PLAIN =
  /^(?:an?|any|all|other|additional|relevant|related|appropriate|applicable|professional|industry|recogni[sz]ed|industry-recogni[sz]ed|current|valid|active|required|necessary|proper|state|national|federal|local|provincial|territorial|specialty|speciality|special|advanced|technical|trade|it|security|clinical|nursing|medical|healthcare|health|full|unrestricted|unexpired|unencumbered|equivalent|suitable|formal|vocational|job-related|work-related|role-specific|state-issued|state-required|state-specific|field-specific|discipline-specific|position-specific|unit-specific|mandatory|preferred|desired|further|specific|more|one|two|or|and|and\/or|with|have|hold|possess|possessing|no|maintain|obtain|must|be|become|degree\/|require|requires|applicable|multiple|certain|professional\/technical|training|degree|experience|degrees|qualifications|skills|cloud|agile|teaching|project|management|compliance|software|vendor|industry-standard|accredited|if|fully|currently|properly|is|are|(?!(?:RN|NP|PT|OT)$)[A-Z]{2})$/i;
/** Words directly before the noun that make it something else. */
const ELSE_BEFORE =
  /\b(?:birth|death|marriage|gift|product|software|business|liquor|license plate|ssl|tls|digital|iso|organic|building|company|college|graduate|school|high school|completion|course|occupancy|insurance|stock|tax|vehicle|firearms?|fishing|hunting|music|media|content|this|that|these|those|such|said|its|their|leed|energy|the same|already (?:have|having|hold|holding|possess|possessing) an?|similar|equivalent|safety|(?:above|aforementioned|listed|indicated|mentioned|stated)(?: required)?)\s$/i;
const ELSE_BEHIND =
  /^(?:'s)?\s{0,2}(?:of\b|as\b(?! (?:may be )?(?:determined|required|needed|necessary|applicable|appropriate|specified|mandated|defined|stated|outlined|listed|prescribed|requested|dictated|indicated|set)\b)|to\b|number|plates?\b|agreements?|fees?\b|holders?|keys?\b|issued|processing|applications?\b|department|office\b|renewal|and certification|in (?!an?\b|any\b|the\b|his\b|her\b|their\b|applicable\b|each\b|all\b|relevant|related|your|one (?:or more )?of the (?:following )?(?:areas?|fields?|disciplines?|specialt)|good|field|respective|state|area|desired|designated|specialty|this|coverage|assigned|practi[cs]ing|[A-Z][a-z]+ state|[^.;\n]{1,60}\bor (?:an? |other )?(?:related|similar|relevant) (?:fields?|areas?|disciplines?|subjects?))|by\b|for (?!this|the position|your|position|some|unit|area|the (?:area|unit|specialty)|specialt)|with\b(?! the (?:state|board|province|commonwealth))|program|body|bodies|board|authority|authorities|exam|test|process|record|status|such as|like|including|\(e\.?g|\(i\.?e|e\.g|requirements?\b(?! (?:as|are) (?:determined|required|specified|set|defined|mandated)\b)|level|(?:(?:are|is) )?(?:strongly |highly )?(?:preferred|required|desired|desirable|a plus),? (?:such as|like|including|e\.g)|assistance|endorsement|system\b|reimbursement|support|and accreditation|and training|training|matters|is a mission|:(?!\s{0,2}(?:required|preferred|mandatory|desired|desirable|optional)\s{0,2}(?:$|[.,;)•*])))/i;
/** "Physicians must hold a current license" names the licence by its profession. */
const NAMES_PROFESSION =
  /\b(?:physicians?|doctors?|nurses?|practitioners?|engineers?|pharmacists?|therapists?|psychologists?|veterinarians?|dentists?|attorneys?|architects?|pilots?|electricians?|plumbers?|social workers?|counsell?ors?|driv(?:er|ers|ing)|midwi(?:fe|ves)|surgeons?|assistants?|teachers?|brokers?|medicine)\b/i;
const NEEDS_MUST = /^(?:certified|licen[cs]ed)$/i;
/** "Must be a licensed contractor" names the licence by its holder; "a licensed professional" names none. */
const ARTICLE_BEFORE = /\ban?\s(?:[a-z]{4,12}ly\s)?$/i;
const ANY_HOLDER = /^\s(?:[\w-]{2,20}\s){0,2}(?:professional|provider|clinician|practitioner|individual)s?\b/i;
const namesHolder = (before: string, after: string): boolean =>
  ARTICLE_BEFORE.test(before) && /^\s[a-z]/i.test(after) && !ANY_HOLDER.test(after);

/** What is lost or paid for is no request: "failure to obtain certification", "pay is based on certifications". */
const NO_REQUEST_BEFORE =
  /\b(?:based (?:up)?on|commensurate with|depend(?:s|ing|ent)? (?:up)?on)\s[^.;:\n]{0,40}$|\b(?:loss of|failure to (?:become|obtain|maintain))\s(?:(?:an?|the|this|required|such)\s)?$/i;

/** "Hold current professional registration", "registration with the appropriate regulatory body": with which body is not said. */
const REGISTRATION_HELD =
  /\b(?:have|has|hold|holds|holding|with|maintain|possess|relevant|current|valid|appropriate)\s(?:(?:an?|and|active|current|valid|relevant|full|own|your|appropriate)\s){0,3}professional\s$/i;
const WITH_SOME_BODY =
  /^\s(?:with|to)\s(?:an?|the|their|your)\s(?:(?:appropriate|relevant|professional|regulatory|governing|recogni[sz]ed|national|provincial|territorial|or)[\s,]{1,2}){1,6}(?:bod(?:y|ies)|council|authority|association|regulator|register)\b/i;
/** Whose registration it is names it. */
const NAMES_REGISTER =
  /\b(?:engineers?|nurses?|midwi(?:fe|ves)|pharmacists?|physicians?|doctors?|social workers?|teachers?)\b/i;
const GOES_ON = /^\s(?:requirements?|checks?|fees?|as|in|with|number|status|by|process)\b/i;
/** "Must be a registered professional". */
const MUST_BE = /\b(?:must|should|need to|required to|will) be an?\s$/i;

/** Whether a registration is asked for whose register is not named. */
function isUnnamedRegistration(noun: string, before: string, after: string): boolean {
  if (/^registered/i.test(noun)) return MUST_BE.test(before);
  return WITH_SOME_BODY.test(after) || (REGISTRATION_HELD.test(before) && !GOES_ON.test(after));
}

/** "Send your CV and credentials", "copies of relevant certificates" ask for diplomas and letters. */
const PAPERS = /^(?:credentials?|certificates?)$/i;
const PAPERS_BEFORE =
  /\b(?:cvs?|r[eé]sum[eé]s?|cover letters?|transcripts?|copies of|submit|send|attach)\b[^.;:\n]{0,40}$/i;
/** Whether licensing requirements are an applicant's to meet, not an employer's to follow. */
const MEETS_BEFORE = /\b(?:meet|complete|satisfy|fulfil{1,2}|pass)\b[^.;:\n]{0,40}$/i;

/** "Professional procurement certification": a word that names a field, not a certificate, behind "professional". */
const OF_FIELD = /\b[Pp]rofessional [a-z]{4,20}\s$/;
const MUST =
  /\b(?:must|need(?:s)? to|required to|should|shall|not)\s(?:currently\s)?(?:be|become|get|have been)\s(?:an?\s)?(?:fully\s|currently\s|properly\s|duly\s|state\s|appropriately\s|board\s)?$/i;
/** "Get licensed", "become certified": what an applicant will be. */
const BECOMES = /\b(?:become|becoming|get|getting|becomes|be)\s(?:fully\s|state\s|duly\s|board\s)?$/i;
/** "We cover the cost of the licence", "eligible for licensure": nothing was named before. */
const OF_NONE_NAMED =
  /\b(?:costs?|fees?|price|expenses?) (?:of|for) (?:obtaining |getting )?(?:the|your|any) $|\beligib(?:le|ility) for $/i;
/** "Sales Cloud (Certification preferred)": the name before the parenthesis says which. */
const NAMED_OUTSIDE = /[A-Z][\w+#.-]{0,30}\s?\((?:relevant |current |valid )?$/;
/** "Currently licensed in Ohio" opens its item: what is asked is a licence of that state. */
const OPENS_ITEM =
  /^(?:(?:required )?(?:skills|qualifications|requirements)\s?:)?[\W\d]{0,6}(?:(?:currently|fully|duly|actively)\s)?$/i;
const STATE_BEHIND = /^\s(?:in|by)\s(?:the\s)?(?:applicable\s)?(?:[Ss]tate|[A-Z][a-z]+)\b/;
const isStateLicensed = ({ text, start, end, from, to }: NounSite): boolean =>
  /^licen[cs]ed$/i.test(text.slice(start, end)) &&
  STATE_BEHIND.test(text.slice(end, Math.min(to, end + 40))) &&
  start - from < 40 &&
  OPENS_ITEM.test(text.slice(from, start));

const PRACTISES = /^\sto practi[cs]e\s(?:in|within|under)\b/i;
const LICENCE_HELD =
  /(?:\b(?:current|valid|active|state|unrestricted|unencumbered|full|an?|hold|possess|have|your|maintain)|^[\W\d]{0,6})\s?$/i;
/** "Must be licensed to practice in the State", "hold a license to practice in Ohio": as what is not said. */
const isPractising = ({ text, start, end, from, to }: NounSite, before: string): boolean => {
  const noun = text.slice(start, end);
  if (!LICENCE.test(noun) || !PRACTISES.test(text.slice(end, Math.min(to, end + 30)))) return false;
  if (!NEEDS_MUST.test(noun)) return LICENCE_HELD.test(before);
  return MUST.test(before) || OPENS_ITEM.test(text.slice(from, start));
};

const ALONE = /^(?:certifications?|licensures?|licen[cs]es?|certs?|credentials?)$/i;

/** What a lost blank glues to the word before a noun: "independentlyAdditional certifications". */
const GLUED = /^[A-Za-z]{0,30}[a-z](?=[A-Z])/;

export interface NounSite {
  text: string;
  start: number;
  end: number;
  /** Bounds of the sentence. */
  from: number;
  to: number;
}

/** What is left of "Licenses, Registrations, or Certifications" is nothing: a heading. */
const ONLY_NOUNS =
  /^(?:required|preferred|minimum|additional|desired)\s|licen[cs]es?|licensures?|registrations?|certifications?|certificates?|credentials?|memberships?|listings?|education|training|requirements?|and\/or|\b(?:and|or)\b|[\s,/&•*()-]+/gi;

const HEADING_WORDS =
  /^(?:[\s,/&•*()-]|\b(?:and|or|licen[cs]es?|licensures?|registrations?|certifications?|certificates?|credentials?|memberships?|permits?|requirements?|required)\b){1,40}/i;
const NONE_BEHIND = /^\s?[:–-]?\s{0,2}(?:none\b|n\/a\b|not applicable\b|nil\b)/i;

/** "Licences, Registrations or Certifications: None". */
function saysNone(after: string): boolean {
  return NONE_BEHIND.test(after.replace(HEADING_WORDS, ""));
}

const CAPITALS_BEFORE = /[A-Z,/&\s()-]{0,60}$/;
const CAPITALS_BEHIND = /^[A-Z,/&\s()-]{0,60}/;

/** "LICENSES, CERTIFICATIONS, OR REGISTRATIONS Ability to ...": a heading in capitals whose line end was lost. */
function isFlatHeading({ text, start, end, from, to }: NounSite): boolean {
  const noun = text.slice(start, end);
  if (noun !== noun.toUpperCase()) return false;
  const before = CAPITALS_BEFORE.exec(text.slice(Math.max(from, start - 60), start))![0];
  const behind = CAPITALS_BEHIND.exec(text.slice(end, Math.min(to, end + 60)))![0];
  if (end + behind.length >= to) return false;
  return `${before}${noun}${behind.replace(/[A-Z]$/, "")}`.replace(ONLY_NOUNS, "") === "";
}

/** A short line that a colon ends or that is all in capitals, or nothing but the noun. */
function isHeading({ text, start, end, from, to }: NounSite): boolean {
  const line = text.slice(from + text.slice(from, start).lastIndexOf("\n") + 1, to).trim();
  if (
    line.length <= 90 &&
    (line.endsWith(":") || (line === line.toUpperCase() && line.length > 12 && !line.endsWith(".")))
  )
    return true;
  if (/^[A-Z]/.test(line) && line.replace(ONLY_NOUNS, "") === "") return true;
  return (
    line.replace(/[^A-Za-z]/g, "").length === text.slice(start, end).replace(/[^A-Za-z]/g, "").length ||
    /^\s{0,2}(?:and registration\s)?[-–:]\s(?!\s?(?:strongly |highly )?(?:required|preferred|mandatory|desired|desirable|optional|a plus)\s{0,2}(?:$|[.,;)•*]))/i.test(
      text.slice(end, end + 40),
    )
  );
}

/** The id of the unnamed request that the noun makes here, or null where it names or heads something. */
export function unnamedRequest(site: NounSite): "generic-certification" | "generic-license" | null {
  const { text, start, end, from, to } = site;
  const noun = text.slice(start, end);
  const before = text.slice(Math.max(from, start - 60), start);
  const after = text.slice(end, Math.min(to, end + 90));
  if (/^regist/i.test(noun))
    return isUnnamedRegistration(noun, before, after) && !NAMES_REGISTER.test(text.slice(from, to))
      ? "generic-license"
      : null;
  if (LICENCE.test(noun) && NAMES_PROFESSION.test(text.slice(from, to))) return null;
  if (isStateLicensed(site) || isPractising(site, before)) return "generic-license";
  if (ELSE_BEHIND.test(after) || ELSE_BEFORE.test(before) || NO_REQUEST_BEFORE.test(before) || isHeading(site))
    return null;
  if (isFlatHeading(site) || saysNone(after) || NAMED_OUTSIDE.test(before)) return null;
  if (NEEDS_MUST.test(noun)) {
    if (
      !(MUST.test(before) || BECOMES.test(before)) ||
      namesHolder(before, after) ||
      /^\s{1,2}(?:and|or|&)\s{1,2}\w+\s{1,2}(?:as|by|in)\b/i.test(after)
    )
      return null;
  } else {
    const words = before
      .trim()
      .split(/\s+/)
      .slice(-2)
      .map((word) => word.replace(/^[("'*•-]+|[,.;:)"'*]+$/g, ""));
    // Of "degree/technical certification" the last is the noun's.
    const last = words.at(-1)?.split("/").findLast(Boolean)?.replace(GLUED, "") ?? "";
    if (last !== "" && !PLAIN.test(last) && !OF_NONE_NAMED.test(before) && !OF_FIELD.test(before)) return null;
    if (
      /^(?:certificates?|certs?|accreditation|credentials?)$/i.test(noun) &&
      !/^(?:relevant|related|professional|industry|appropriate|applicable|additional|technical|current|valid|necessary|required|it|security|trade|state|clinical|mandatory)$/i.test(
        last,
      )
    )
      return null;
    if (PAPERS.test(noun) && PAPERS_BEFORE.test(before)) return null;
    if (/^licensing/i.test(noun) && !MEETS_BEFORE.test(before)) return null;
    if (last === "" && !ALONE.test(noun) && noun.split(/[\s/]/).length < 2) return null;
  }
  return LICENCE.test(noun) ? "generic-license" : "generic-certification";
}
