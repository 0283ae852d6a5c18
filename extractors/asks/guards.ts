import { isGlued } from "../matching/bounds.js";
import type { CertificateMeaning, NamedMeaning } from "../matching/meaning.js";
import { isCapital, isSpace, isWord } from "../text/codes.js";
import { oneOf } from "../text/patterns.js";
import { unitsOf } from "../text/units.js";
import { looksListed, type Reading, sectionOf } from "./reading.js";

/** What a hit must not be to count, though its letters and its context fit. */

/** Nouns that no product name goes on from: a capital behind them begins a sentence whose blank was lost. */
const NOUN_END = /(?:certifi\w+|certs?|licen[cs]\w+|credentials?|registration|diploma|card|permit)$/i;

/**
 * Whether a hit ends inside a word that goes on with a capital: "Git" in "GitHub". Behind "CNAs", a noun or several words a
 * lost blank is likelier than a longer name.
 */
export function endsInsideWord(text: string, start: number, end: number): boolean {
  if (!isGlued(unitsOf(text).codes, end)) return false;
  const hit = text.slice(start, end);
  return !NOUN_END.test(hit) && !/\s|^[A-Z]{2,}s$/.test(hit);
}

/** A skill or a short name that begins inside a word is part of it. */
export const beginsInsideWord = (text: string, start: number, { kind, exact, written }: NamedMeaning): boolean =>
  isGlued(unitsOf(text).codes, start) && (kind === "skill" || (!exact && written.length < 5 && !/\d/.test(written)));

const ARTICLE = /^[^A-Za-z0-9]{0,6}A\s$/;

/** The "A" that opens a sentence is an article: "A CDL is needed" asks for no class. */
export const isArticle = (text: string, start: number, from: number): boolean =>
  text.charCodeAt(start) === 65 && start - from < 7 && ARTICLE.test(text.slice(from, start + 2));

/** "POST certified management course", "ARRT approved school": the course is certified, nobody in person. */
const OF_COURSE =
  /^(?:\s(?:certified|accredited|approved))?\s(?:[\w-]{2,20}\s){0,2}(?:course|class|program(?:me)?|academy|curriculum|workshop)s?\b/i;
const CERTIFIES = /\b(?:certified|accredited|approved)\b/i;
export const isCourse = (text: string, start: number, end: number): boolean =>
  isSpace(unitsOf(text).codes[end]!) &&
  CERTIFIES.test(text.slice(start, end + 12)) &&
  OF_COURSE.test(text.slice(end, end + 70));

const CAPITAL_S = 83;
/** "CPRS" is no plural of "CPR": one of an abbreviation is written with a small letter. */
export const isNoPlural = (text: string, start: number, end: number, { written }: NamedMeaning): boolean =>
  end - start === written.length + 1 && text.charCodeAt(end - 1) === CAPITAL_S && /^[A-Z]{2,5}$/.test(written);

const AMPERSAND = 38;
/** "PE&O" goes on with one more letter: another abbreviation. */
export const isJoined = (text: string, end: number): boolean =>
  end < text.length &&
  text.charCodeAt(end) === AMPERSAND &&
  isCapital(text.charCodeAt(end + 1)) &&
  !isWord(text.charCodeAt(end + 2));

/** Abbreviations of titles that name the job where they open an advertisement: "CNAs needed all shifts", "COTA – full time". */
const TITLES =
  /^(?:RNs?|LPNs?|LVNs?|NPs?|CNAs?|HHAs?|COTAs?|OTRs?|PTAs?|RRTs?|CRTs?|RDAs?|RDHs?|CDAs?|BCBAs?|RBTs?|LCSWs?|LMFTs?|LPCs?|CMAs?|CRNAs?|EMTs?|LMTs?|CSTs?|CPAs?)$/;
const LONGEST_TITLE = 5;
const OTHERS_BEFORE = /^[^A-Za-z]*(?:[A-Z]{2,4}s?(?:\s?\/\s?|,?\s(?:or|and)\s|,\s)){0,3}$/;
const OTHERS_BEHIND = /^(?:(?:\s?\/\s?|,?\s(?:or|and)\s|,\s)[A-Z]{2,5}s?){0,3}/;
/** Of one, "CNA needed for nights" asks for the licence. */
const SEVERAL_WANTED =
  /^\s(?:are\s)?(?:needed|wanted)\s(?:for|at|in|to|immediately|ASAP|all|now|today|evenings?|nights?|days?|weekends?)\b/i;
const SCHEDULED =
  /^\s?[-–—]\s?(?:(?:full|part)[- ]?time|PRN|per diem|days|nights|evenings|weekends|travel|contract)\b/i;
const isWanted = (title: string, after: string): boolean => {
  const behind = after.slice(OTHERS_BEHIND.exec(after)![0].length);
  return SCHEDULED.test(behind) || (title.endsWith("s") && SEVERAL_WANTED.test(behind));
};
export const isJobOpener = (text: string, start: number, end: number, from: number): boolean =>
  end - start <= LONGEST_TITLE &&
  start - from < 30 &&
  TITLES.test(text.slice(start, end)) &&
  isWanted(text.slice(start, end), text.slice(end, end + 60)) &&
  OTHERS_BEFORE.test(text.slice(from, start));

const LONGEST_ACTOR = 6;
const ACTOR_BEFORE = /(?:\b[Tt]he|^(?:An?|Our|Each|Every)|[^A-Za-z,](?:An?|Our|Each|Every)) $/;
const ACTS = new RegExp(
  String.raw`^\s${oneOf(
    "functions|works|serves|performs|provides|assists|participates|reports|collaborates|delivers|demonstrates|coordinates",
    `is responsible|will (?:also )?${oneOf(
      "be responsible|work|provide|assist|perform|have|oversee|supervise|support|assess|develop|conduct|coordinate",
      "collaborate|implement|deliver|participate|report|serve|lead|train|review",
    )}`,
  )}\b`,
);
const CAPITALS = /^[A-Z]{2,}$/;
/** "The RRT functions as a member of the team", "A BCBA will also oversee aides": an abbreviation that acts is whoever does the job. */
export const isActor = (
  text: string,
  start: number,
  end: number,
  { exact, paper, issuer }: CertificateMeaning,
): boolean =>
  end - start <= LONGEST_ACTOR &&
  (exact || CAPITALS.test(text.slice(start, end))) &&
  !paper &&
  !issuer &&
  ACTOR_BEFORE.test(text.slice(Math.max(0, start - 7), start)) &&
  ACTS.test(text.slice(end, end + 30));

const ZONE = /^(?:[ECMPA][SD]T|CET|CEST)$/;
const LONGEST_ZONE = 4;
const CLOCK_BEFORE = /(?:\d\s?|\b[ap]\.?\s?m\.?\s?|\b(?:[ECMPA][SD]?T|GMT|UTC)\s?(?:\/|,|&|-|or\b|and\b)\s?)\(?$/i;
const CLOCK_BEHIND =
  /^\)?\s?(?:(?:\/|,|&|-|or\b|and\b)\s?(?:[ECMPA][SD]?T|GMT|UTC)\b|(?:business |working |office )?hours\b|time\b|timezone\b|(?:time )?zones?\b)/i;

/** Whether an abbreviation that is also a time zone's stands beside a clock: "4 p.m. CST", "EST/CST hours". */
export const isTimeZone = (text: string, start: number, end: number): boolean =>
  end - start <= LONGEST_ZONE &&
  ZONE.test(text.slice(start, end)) &&
  (CLOCK_BEFORE.test(text.slice(Math.max(0, start - 10), start)) || CLOCK_BEHIND.test(text.slice(end, end + 24)));

const HOLDS =
  /certif|licen[cs]|credential|designation|accredited (?:with|through|by|member)|regist(?:ered|ration|ry)|qualifi|\bboards?\b|\bexams?\b|required|must (?:have|hold|possess)|preferred|desir|\bplus\b|eligib|obtain|\bof hire\b|provider|instructor|intermediate|\btickets?\b|\bcards?\b|advantag/i;
const NEAR = 80;
/** Letters beside the name in an item that asks for nothing else. */
const BARE = 30;

/** Whether a body's bare name ("NBRC") stands for its credential: words that say so are near, or the item asks for nothing else. */
export function isCredentialOf(reading: Reading, start: number, end: number, sentence: number): boolean {
  const { text, sentences } = reading;
  const from = sentences.starts[sentence]!;
  const to = sentences.starts[sentence + 1] ?? text.length;
  if (HOLDS.test(text.slice(Math.max(from, start - NEAR), Math.min(to, end + NEAR)))) return true;
  if (to - from - (end - start) > BARE) return false;
  const section = sectionOf(reading, start);
  return section === "required" || section === "preferred" || looksListed(reading, sentence);
}
