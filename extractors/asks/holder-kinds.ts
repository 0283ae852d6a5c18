import { oneOf } from "../text/patterns.js";

/**
 * Surfaces that name a person ("Registered Nurse", "RN", "Professional Engineer") name a licence only where the licence
 * is asked of the applicant. Nurse titles are strict: without a sign that the licence is meant they are a job title or a
 * colleague. Other holders are mild: they count unless they plainly name a job or a colleague.
 */
export type Holder = "strict" | "mild" | "none";

const STRICT = new Set(["rn", "lpn", "nurse-practitioner"]);
const CREDENTIAL_IN_SURFACE = /licen[cs]|certif|regist(?:ration|ry)|credential|qualification|board|-C$|-BC$|compact/i;
/** A surface that says itself that something is held. */
const SAYS_HELD = /certif|licen[cs]|regist|credential|accredit|charter|board/i;
/** "EMT-B" and "EMT-Basic" name the level that is certified, as hardly a job's title does. */
const LEVEL_OF_EMT = /^EMT-/;
/** Names of products and issuers in front make a surface a certificate's name, though it ends like a job's. */
const BRAND =
  /^(?:Microsoft|MOS|Office|Serv|ServSafe|Serve|ServeSafe|Cisco|CompTIA|Google|AWS|Azure|Oracle|SAS|Tableau|Esri|HDI|ASE|Adobe|Autodesk|Salesforce|Certiport|NIMS|ACI|BICSI|PRINCE2|SAFe|ITIL|LPIC-\d|NCCER|GCP|Professional Cloud|Professional Machine)\b/i;
/** Surfaces that name a person by the last word. */
export const PERSON = new RegExp(
  String.raw`(?:^|[\s/-])${oneOf(
    // Health.
    "nurses?|practitioners?|assistants?|aides?|therapists?|paramedics?|pharmacists?|hygienists?|dieti[ct]ians?|phlebotomists?",
    "physicians?|surgeons?|veterinarians?|dentists?|psychologists?|audiologists?|an(?:a)?esthetists?|midwi(?:fe|ves)",
    "sonographers?|radiographers?|opticians?|EMTs?|EMT-[BPI]|counsell?ors?|coders?",
    // Trades and technics.
    "engineers?|technicians?|technologists?|architects?|electricians?|plumbers?|welders?|operators?|contractors?|surveyors?",
    "inspectors?|applicators?|arborists?|workers?",
    // Care for looks, bodies and the dead.
    "cosmetologists?|barbers?|estheticians?|chefs?|embalmers?",
    // Safety.
    "firefighters?|fire fighters?|lifeguards?|guards?|telecommunicators?|dispatchers?",
    // Offices, schools and law.
    "accountants?|bookkeepers?|agents?|brokers?|managers?|specialists?|teachers?|trainers?|educators?|attorneys?|paralegals?",
    "notary|interpreters?|reporters?",
  )}$`,
  "i",
);

/** "Geriatric Nursing Assistant (GNA)" is a person's title like its words. */
const SPELLED_OUT = /\s\([A-Z]{2,6}\)$/;

/** "C.N.A." is a title like "CNA". */
const DOTTED = /^(?:[A-Z]\.){2,}/;
const withoutDots = (surface: string): string => (DOTTED.test(surface) ? surface.replaceAll(".", "") : surface);

/** How carefully a surface of this entity has to be read. */
export function holderKind(entity: string, written: string): Holder {
  const surface = withoutDots(written);
  if (STRICT.has(entity)) return CREDENTIAL_IN_SURFACE.test(surface.replace(/^licen[cs]ed /i, "")) ? "none" : "strict";
  if (/^(?:CNA|HHA)s?$/.test(surface)) return surface.toLowerCase().startsWith(entity) ? "strict" : "none";
  if (/^(?:STNA|GNA|PCA|HCA|QMAP|RPN|PSW|RNFA|certified nurse[ -]midwife)s?$/i.test(surface)) return "strict";
  if (!PERSON.test(surface.replace(SPELLED_OUT, "")) || BRAND.test(surface)) return "none";
  return SAYS_HELD.test(surface) || LEVEL_OF_EMT.test(surface) ? "mild" : "strict";
}
