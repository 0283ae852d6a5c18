import jaroWinkler from "natural/lib/natural/distance/jaro-winkler_distance.js";
import { foldSurface } from "../../models/taxonomy/fold.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";

export interface Found {
  kind: "certificate" | "skill" | "occupation";
  id: string;
  name: string;
  /** The name, surface or title that the words found. */
  by: string;
  /** 1: the very words; above 0.9: it begins with them or holds them; below: alike. */
  score: number;
}

const PREFIX = 0.95;
const INSIDE = 0.92;
/** Jaro-Winkler under which two names have only letters in common. */
const ALIKE = 0.87;
const LIMIT = 20;

function scoreOf(words: string, text: string): number {
  if (text === words) return 1;
  if (text.startsWith(words)) return PREFIX;
  if (` ${text} `.includes(` ${words} `)) return INSIDE;
  const alike = jaroWinkler(words, text);
  return alike >= ALIKE ? alike * INSIDE : 0;
}

/** Everything that has a name: what kind it is, its id, what it is called, and by what it may be found. */
function* names(t: Taxonomy): Generator<Omit<Found, "score">> {
  for (const { id, name } of t.certificates.values()) {
    yield { kind: "certificate", id, name, by: name };
    yield { kind: "certificate", id, name, by: id };
  }
  for (const { entity, surface } of t.certificateSurfaces)
    yield { kind: "certificate", id: entity, name: t.certificates.get(entity)?.name ?? entity, by: surface };
  for (const { id, name } of t.skills.values()) yield { kind: "skill", id, name, by: name };
  for (const { entity, surface } of t.skillSurfaces)
    yield { kind: "skill", id: entity, name: t.skills.get(entity)?.name ?? entity, by: surface };
  for (const { soc, title } of t.occupations.values()) yield { kind: "occupation", id: soc, name: title, by: title };
  for (const { soc, title } of t.occupationTitles)
    yield { kind: "occupation", id: soc, name: t.occupations.get(soc)?.title ?? soc, by: title };
}

/** What the words mean, best first: the very words, then beginnings, then what is alike. An entity comes once. */
export function searchVerb(t: Taxonomy, words: string, limit = LIMIT): Found[] {
  const wanted = foldSurface(words);
  if (wanted === "") return [];
  const best = new Map<string, Found>();
  for (const entry of names(t)) {
    const score = scoreOf(wanted, foldSurface(entry.by));
    const key = `${entry.kind} ${entry.id}`;
    if (score > (best.get(key)?.score ?? 0)) best.set(key, { ...entry, score });
  }
  const found = [...best.values()];
  return found
    .sort((a, b) => b.score - a.score || a.by.length - b.by.length || a.id.localeCompare(b.id))
    .slice(0, limit);
}

/** The finds as lines for the terminal. */
export function searchLines(found: readonly Found[]): string[] {
  if (found.length === 0) return ["nothing found"];
  return found.map(
    ({ kind, id, name, by }) => `${kind} ${id}: ${name}${by === name || by === id ? "" : ` (as "${by}")`}`,
  );
}
