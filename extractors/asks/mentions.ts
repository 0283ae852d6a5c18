import { NAME } from "../matching/kinds.js";
import type { NamedMeaning } from "../matching/meaning.js";
import { isSpace } from "../text/codes.js";
import { inAddress } from "./addresses.js";
import { FIT, type Fit } from "./context.js";
import { listedWith } from "./listed.js";
import { continuations, type SharedHeads } from "./lists.js";
import { bestMeaning, certificateInside, certificateOvertakes, type Fitting, plainSkill } from "./meanings.js";
import type { Reading } from "./reading.js";
import { roleNoun } from "./roles.js";

/** A certificate or skill found in a posting, before its requirement is read. */
export interface Found {
  kind: "certificate" | "skill";
  entity: string;
  start: number;
  end: number;
  sentence: number;
  /** The row that fired; null for an item of a list whose head stands elsewhere. */
  meaning: NamedMeaning | null;
  fit: Fit;
}

const OPEN = 40;
const CLOSE = 41;

/** "Registered Nurse (College of Nurses of Ontario)" names once, with who registers. */
const isBody = (name: string): boolean =>
  /^(?:College|Board|Association|Society|Institute|Council|Order) of\b/.test(name);

/** "Advanced Cardiac Life Support certification (ACLS)": the noun may stand between a name and its abbreviation. */
const OPENS_BEHIND = /^(?:\scert(?:ifications?|ificates?|s)?)?\s?\($/i;

/** Whether a parenthesis says again what stands before it: "Certified Nursing Assistant (CNA)". */
const isSaidAgain = (text: string, start: number, end: number, entity: string, before: Found): boolean =>
  text.charCodeAt(start - 1) === OPEN &&
  text.charCodeAt(end) === CLOSE &&
  (before.entity === entity || isBody(text.slice(start, end))) &&
  OPENS_BEHIND.test(text.slice(before.end, start));

const CAPITALS = /^[A-Z]{2,6}$/;
/** Characters of a name in both its halves. */
const LONGEST_NAME = 90;
const BESIDE = /^(?:\s|\)\s|\s?[-–]\s?)$/;
/** "RN compact license", "(RN) Registered Nurse", "BLS - Basic Life Support": right beside each other both halves name once. */
function isHalf(text: string, start: number, end: number, before: Found): boolean {
  if (start - before.end > 3 || end - before.start > LONGEST_NAME) return false;
  const between = text.slice(before.end, start);
  if (!BESIDE.test(between)) return false;
  if (between.length === 1 && isSpace(between.charCodeAt(0))) return true;
  return CAPITALS.test(text.slice(before.start, before.end)) && !CAPITALS.test(text.slice(start, end));
}

const AS = /^as\s(?:an?\s)?/i;

/** Adds "registration as a nurse" from its noun on; a noun that was read as a name already ("NMC registration") stays that name's. */
function addRole(found: Found[], text: string, isTaken: boolean, role: Found, noun: number): void {
  const last = found.at(-1);
  if (!isTaken) found.push({ ...role, start: noun });
  else if (last?.entity === role.entity) last.end = role.end;
  else found.push({ ...role, start: role.start + (AS.exec(text.slice(role.start, role.end))?.[0].length ?? 0) });
}

/** The meaning of a hit by its surroundings, else by the list of certificates that it stands in. */
function meaningAt(reading: Reading, hit: number, sentence: number, before: Found | undefined): Fitting | null {
  const best = bestMeaning(reading, hit, sentence);
  if (best !== null) return best;
  const other = listedWith(reading, hit, before);
  return other === null ? null : bestMeaning(reading, hit, sentence, other);
}

/** Leftmost-longest over certificates and skills together; a surface whose context fails gives way to a shorter one. */
export function findNamed(reading: Reading, heads: SharedHeads): Found[] {
  const { text, hits, lexicon, sentences } = reading;
  const found: Found[] = [];
  let taken = 0;
  let sentence = 0;
  for (let i = 0; i < hits.length; i++) {
    const start = hits.start[i]!;
    if (start < taken || (lexicon.kinds[hits.key[i]!]! & NAME) === 0) continue;
    while (sentence + 1 < sentences.starts.length && sentences.starts[sentence + 1]! <= start) sentence++;
    const plain = plainSkill(reading, i);
    const first =
      plain === null ? meaningAt(reading, i, sentence, found.at(-1)) : { meaning: plain, fit: FIT.unconditional };
    if (first === null) continue;
    const inner = first.meaning.kind === "skill" ? certificateInside(reading, i, sentence) : null;
    const best = inner ?? first;
    const end = hits.end[inner === null ? i : inner.hit]!;
    if (inAddress(text, start, end)) continue;
    if (best.meaning.kind === "skill" && certificateOvertakes(reading, i, sentence)) continue;
    const { kind, entity, form } = best.meaning;
    if (form === "role") {
      const noun = roleNoun(text, sentences.starts[sentence]!, start);
      addRole(
        found,
        text,
        noun < taken,
        { kind, entity, start, end, sentence, meaning: best.meaning, fit: best.fit },
        noun,
      );
      taken = end;
      continue;
    }
    const before = found[found.length - 1];
    if (before !== undefined && isSaidAgain(text, start, end, entity, before)) {
      before.end = end + 1;
      taken = end + 1;
      continue;
    }
    const isSame = kind === "certificate" && before?.entity === entity && before.sentence === sentence;
    if (isSame && isHalf(text, start, end, before)) {
      if (text.charCodeAt(before.end) === CLOSE && text.charCodeAt(before.start - 1) === OPEN) before.start--;
      before.end = end;
      taken = end;
      continue;
    }
    found.push({ kind, entity, start, end, sentence, meaning: best.meaning, fit: best.fit });
    taken = end;
    if (kind === "skill") continue;
    for (const item of continuations(text, start, end, heads)) {
      found.push({
        kind,
        entity: item.entity,
        start: item.start,
        end: item.end,
        sentence,
        meaning: null,
        fit: best.fit,
      });
      taken = item.end;
    }
  }
  return found;
}
