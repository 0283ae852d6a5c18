import type { Candidate, CandidateForm } from "../models/candidate.js";
import { foldSurface } from "../models/taxonomy/fold.js";
import { namedBefore, namedBehind, plainBefore, type Stretch, wordsBehind } from "./candidates/phrases.js";
import { AGENT, NO_AGENT, NO_CREDENTIAL, PLAIN } from "./candidates/words.js";

/** Where a credential may be named: every rule begins at one of these words. */
const ANCHOR =
  /\b(?:certifi(?:cations?|cates?|ed)|certs?|licen[cs](?:es?|ed|ure)|registrations?|registered|chartered|accredit(?:ed|ations?)|credentials?|designations?|endorsements?|diplomates?|cards?|tickets?|permits?|[NS]VQs?)\b/gi;
const LEADS = /^(?:certified|registered|licen[cs]ed|chartered|accredited)$/i;
const LICENSED = /^licen[cs]ed$/i;
const CERTIFIED = /^certified$/i;
/** Nouns that also mean much else: the words before them must be a name by themselves. */
const WEAK = /^(?:cards?|tickets?|permits?|registrations?|designations?|credentials?|endorsements?|accreditations?)$/i;
const NOUN =
  /^(?:certif|cert|licen|registration|accreditation|credential|designation|endorsement|diplomate|card|ticket|permit)/i;
const IN_SUBJECT = /^\s(?:in|as an?|as)\s/i;
const ABBREVIATION = /^\s?\(([A-Z][A-Za-z0-9®+-]{1,9})\)/;
const LIST_OPENS =
  /^\s?(?:\(?(?:such as|like|including|include|e\.?g\.?,?|i\.?e\.?,?|ex\.?:?|preferred:|required:)|\(|:)\s{0,2}:?\s{0,2}/i;
const ITEM = /^[A-Z][A-Za-z0-9+.-]{1,12}(?:[ -][A-Z0-9][A-Za-z0-9+.-]{0,14}){0,3}$/;
const LIST_REACH = 160;
const MOST_ITEMS = 12;
/** An unnamed request blocks nothing: a candidate may be what it asks for. */
const UNNAMED = /^generic-/;

/** What all spellings of a candidate share; of a surface of the taxonomy, what a candidate of that name would be called. */
export const candidateName = (surface: string): string =>
  foldSurface(surface.replace(/\s?\([^()]{1,16}\)$/, ""))
    .replace(/\blicence/g, "license")
    .replace(
      /(certification|certificate|license|card|ticket|permit|registration|endorsement|designation|credential)s$/,
      "$1",
    )
    .replace(/^certified in the /, "certified in ");

/** "Infection Control" spells "IC" and "CIC": at least half of the letters begin its words. */
function spells(words: string, abbreviation: string): boolean {
  const initials = new Set(words.split(/[\s-]+/).map((word) => word[0]?.toUpperCase()));
  const letters = abbreviation.replace(/[^A-Z]/g, "");
  const met = [...letters].filter((letter) => initials.has(letter)).length;
  return letters.length >= 2 && met * 2 > letters.length;
}

/** "Certified Xyz Specialist", "licensed boiler operator", "board certified in sleep medicine". */
function behindLead(text: string, start: number, end: number): { form: CandidateForm; end: number } | null {
  const lead = text.slice(start, end);
  const subject = CERTIFIED.test(lead) ? IN_SUBJECT.exec(text.slice(end, end + 8)) : null;
  if (subject !== null) {
    const named = wordsBehind(text, end + subject[0].length, 4);
    return named && { form: "subject", end: named.end };
  }
  if (text[end] !== " ") return null;
  const named = /^[A-Z]/.test(lead) || LICENSED.test(lead) ? namedBehind(text, end + 1) : null;
  if (named !== null && named.start <= end + 5) return { form: "lead", end: named.end };
  if (!LICENSED.test(lead)) return null;
  const words = wordsBehind(text, end + 1, 3);
  if (words === null) return null;
  const last = text.slice(words.start, words.end).split(" ").at(-1)!;
  return AGENT.test(last) && !NO_AGENT.has(last) ? { form: "lead", end: words.end } : null;
}

/** "Xyz Certification", "Texas Master Electrician License", "XYZ card". */
function beforeNoun(text: string, start: number, end: number): Stretch | null {
  const blank = text[start - 1];
  if (blank !== " " && blank !== "-") return null;
  const named =
    namedBefore(text, start - 1) ?? (WEAK.test(text.slice(start, end)) ? null : plainBefore(text, start - 1));
  if (named === null || named.end !== start - 1) return null;
  const words = text.slice(named.start, named.end);
  if (NO_CREDENTIAL.test(words.toLowerCase())) return null;
  const weak = WEAK.test(text.slice(start, end));
  const names = words.split(/[\s/]+/).filter((word) => !PLAIN.has(word.toLowerCase()));
  const isName = names.length >= 2 || /^[A-Z0-9][A-Z0-9+-]{1,7}$/.test(names[0] ?? "");
  return names.length === 0 || (weak && !isName) ? null : { start: named.start, end };
}

/** The items of a list that a noun opens: "certifications (ABC, DEF)". */
function listed(text: string, end: number): Stretch[] {
  const opening = LIST_OPENS.exec(text.slice(end, end + 20));
  if (opening === null || opening[0].trim() === "") return [];
  const from = end + opening[0].length;
  const found: Stretch[] = [];
  let at = from;
  const line = text.slice(from, from + LIST_REACH).split("\n", 1)[0]!;
  for (const piece of line.split(/(,|\/|;|\)|\band\b|\bor\b|\betc\b)/).slice(0, 2 * MOST_ITEMS)) {
    const item = piece.trim().replace(/\.$/, "");
    const start = at + piece.indexOf(item);
    if (ITEM.test(item) && item.split(" ").some((word) => !PLAIN.has(word.toLowerCase())))
      found.push({ start, end: start + item.length });
    at += piece.length;
    if (piece === ")") break;
  }
  return found;
}

/** "NVQ Level 3 in Xyz", "Level 2 NVQ in Xyz". */
function nationalLevel(text: string, start: number, end: number): Stretch {
  const before = /\bLevel\s[1-8]\s(?:or\s[1-8]\s)?$/i.exec(text.slice(Math.max(0, start - 14), start));
  const level = /^\s?(?:Level\s)?[1-8]\b/i.exec(text.slice(end, end + 10));
  const until = end + (level?.[0].length ?? 0);
  const subject = /^\s(?:in|for)\s/i.exec(text.slice(until, until + 5));
  const named = subject && namedBehind(text, until + subject[0].length);
  return { start: before === null ? start : start - before[0].length, end: named?.end ?? until };
}

/** All candidates that an anchor makes, overlapping ones included. */
function* madeBy(text: string, start: number, end: number): Generator<Stretch & { form: CandidateForm }> {
  const anchor = text.slice(start, end);
  if (/^[NS]VQs?$/i.test(anchor)) {
    if (/^[NS]VQ/.test(anchor)) yield { ...nationalLevel(text, start, end), form: "level" };
    return;
  }
  if (LEADS.test(anchor)) {
    const behind = behindLead(text, start, end);
    const board = /\bboard[- ]$/i.exec(text.slice(Math.max(0, start - 6), start));
    if (behind !== null) {
      const abbreviation = ABBREVIATION.exec(text.slice(behind.end, behind.end + 16));
      yield {
        start: board === null ? start : start - board[0].length,
        end: behind.end + (abbreviation?.[0].length ?? 0),
        form: abbreviation === null ? behind.form : "spelled",
      };
      return;
    }
  }
  if (NOUN.test(anchor)) {
    const subject = /^(?:certificat|licen[cs]e)/i.test(anchor) ? IN_SUBJECT.exec(text.slice(end, end + 8)) : null;
    const named = subject && namedBehind(text, end + subject[0].length);
    const before = beforeNoun(text, start, end);
    if (named && named.start <= end + subject[0].length + 4)
      yield { start: before?.start ?? start, end: named.end, form: "subject" };
    else if (before !== null) yield { ...before, form: "noun" };
    for (const item of listed(text, end)) yield { ...item, form: "listed" };
  }
}

/** "Xyz Abc Specialist (XAS) certification": the words before an abbreviation that stands directly before a noun. */
function spelledBefore(text: string, start: number): Stretch | null {
  const abbreviation = /\s?\(([A-Z][A-Za-z0-9®+-]{1,9})\)\s$/.exec(text.slice(Math.max(0, start - 14), start));
  if (abbreviation === null) return null;
  const open = start - abbreviation[0].length;
  const named = namedBefore(text, open);
  return named?.end === open && spells(text.slice(named.start, open), abbreviation[1]!)
    ? { start: named.start, end: start - 1 }
    : null;
}

interface Mentioned extends Stretch {
  kind: string;
  entity: string;
}

/**
 * Text that looks like a credential and lies outside every certificate that was recognised. Forms: `lead` ("Certified Xyz
 * Specialist", "licensed xyz operator"), `noun` ("Xyz Certification", "XYZ card"), `subject` ("certificate in Xyz"), `level`
 * ("NVQ Level 3 in Xyz"), `spelled` ("Xyz Abc Specialist (XAS)"), `listed` ("certifications such as XYZ"). In text order,
 * without overlaps; where two overlap, the earlier and then the longer stays. Linear in the text: every rule looks at a
 * bounded stretch around an anchor word. A candidate is a guess for a reader to judge, never counted as demand.
 */
export function findCandidates(text: string, mentions: readonly Mentioned[]): Candidate[] {
  const taken = mentions
    .filter(({ kind, entity }) => kind === "certificate" && !UNNAMED.test(entity))
    .sort((a, b) => a.start - b.start);
  const made: (Stretch & { form: CandidateForm })[] = [];
  for (const { 0: anchor, index } of text.matchAll(ANCHOR)) {
    const spelled = NOUN.test(anchor) ? spelledBefore(text, index) : null;
    if (spelled !== null) made.push({ ...spelled, form: "spelled" });
    made.push(...madeBy(text, index, index + anchor.length));
  }
  made.sort((a, b) => a.start - b.start || b.end - a.end);
  const found: Candidate[] = [];
  let next = 0;
  for (const stretch of made) {
    while (next < taken.length && taken[next]!.end <= stretch.start) next++;
    const isTaken = (taken[next]?.start ?? text.length) < stretch.end;
    if (isTaken || stretch.start < (found.at(-1)?.end ?? 0)) continue;
    const surface = text.slice(stretch.start, stretch.end);
    const name = candidateName(surface);
    if (name !== "") found.push({ form: stretch.form, name, start: stretch.start, end: stretch.end, surface });
  }
  return found;
}
