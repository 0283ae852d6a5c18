import { isGlued } from "../matching/bounds.js";
import { KIND } from "../matching/kinds.js";
import type { NamedMeaning } from "../matching/meaning.js";
import { isSmall } from "../text/codes.js";
import { unitsOf } from "../text/units.js";
import { FIT, type Fit } from "./context.js";
import { fitOf } from "./fits.js";
import { mayBeJoined } from "./lists.js";
import type { Reading } from "./reading.js";

/** A meaning and how well it fits where it was found. */
export interface Fitting {
  meaning: NamedMeaning;
  fit: Fit;
}

/** Whether no name of a hit can hold: it is in small letters, or the noun that its names lack stands nowhere near. */
function meansNothing({ text, hits, lexicon, credentials, licences }: Reading, hit: number, sentence: number): boolean {
  const kind = lexicon.kinds[hits.key[hit]!]!;
  const start = hits.start[hit]!;
  if ((kind & KIND.capital) !== 0 && isSmall(unitsOf(text).codes[start]!)) return true;
  if ((kind & (KIND.elided | KIND.unlicensed)) === 0) return false;
  if ((kind & KIND.elided) !== 0 && credentials.in(sentence)) return false;
  return (kind & KIND.unlicensed) === 0 || !mayBeJoined(text, start, hits.end[hit]!) || !licences.in(sentence);
}

/** The meaning of a hit that fits best, or null where it means nothing here; `listed`: a certificate that a list joins to it. */
export function bestMeaning(
  reading: Reading,
  hit: number,
  sentence: number,
  listed: string | null = null,
): Fitting | null {
  if (meansNothing(reading, hit, sentence)) return null;
  const { hits, lexicon } = reading;
  const [start, end, key] = [hits.start[hit]!, hits.end[hit]!, hits.key[hit]!];
  const only = lexicon.only[key]!;
  if (only !== null) {
    const fit = fitOf(reading, only, start, end, sentence, false, listed);
    return fit === FIT.none ? null : { meaning: only, fit };
  }
  let best: Fitting | null = null;
  const isSkillToo = (lexicon.kinds[key]! & KIND.skill) !== 0;
  for (const meaning of lexicon.names[key]!) {
    if (best !== null && best.meaning.kind === "certificate" && meaning.kind === "skill") continue;
    const fit = fitOf(reading, meaning, start, end, sentence, isSkillToo, listed);
    if (fit > FIT.none && (best === null || fit > best.fit || best.meaning.kind !== meaning.kind))
      best = { meaning, fit };
  }
  return best;
}

/** The skill that a hit means without asking its surroundings, or null where they have to be asked or it is part of a word. */
export function plainSkill({ text, hits, lexicon }: Reading, hit: number): NamedMeaning | null {
  const key = hits.key[hit]!;
  if ((lexicon.kinds[key]! & KIND.plain) === 0) return null;
  const { codes } = unitsOf(text);
  return isGlued(codes, hits.start[hit]!) || isGlued(codes, hits.end[hit]!) ? null : lexicon.only[key]!;
}

/** A shorter certificate at the start of a skill, where the sentence speaks of certificates: "MOS in Excel and Word". */
export function certificateInside(reading: Reading, hit: number, sentence: number): (Fitting & { hit: number }) | null {
  const { hits, lexicon } = reading;
  for (let at = hit + 1; at < hits.length && hits.start[at] === hits.start[hit]; at++) {
    if ((lexicon.kinds[hits.key[at]!]! & KIND.certificate) === 0) continue;
    const best = bestMeaning(reading, at, sentence);
    if (best?.meaning.kind === "certificate" && best.fit === FIT.sentence) return { ...best, hit: at };
  }
  return null;
}

/** Whether a certificate begins inside the skill that hit `hit` names and goes on behind it: "Adobe [Photoshop] certification". */
export function certificateOvertakes(reading: Reading, hit: number, sentence: number): boolean {
  const { hits, lexicon } = reading;
  const end = hits.end[hit]!;
  for (let at = hit + 1; at < hits.length && hits.start[at]! < end; at++) {
    if (hits.end[at]! <= end || (lexicon.kinds[hits.key[at]!]! & KIND.certificate) === 0) continue;
    if (bestMeaning(reading, at, sentence)?.meaning.kind === "certificate") return true;
  }
  return false;
}
