import { folded, mapsIn, type RootFields } from "./drift/fold.js";
import { itemsOf } from "./drift/items.js";
import { pathsOf } from "./drift/paths.js";

/** The fields of a source's adverts, by where the adverts stand in its answers (`jobs[]`; empty where an answer is one). */
export type FieldStats = Record<string, RootFields>;

/** What was looked at in one answer. */
export interface AnswerFields {
  root: string;
  items: number;
  /** Path to number of items that hold a value there; 0 where the field is there and always empty. */
  fields: Map<string, number>;
}

/** Names of fields, with the path of the list that they stand in: `jobs[].compensation`. */
export interface Drift {
  unknown: string[];
  vanished: string[];
}

const MOST_ITEMS_AN_ANSWER = 50;
const MOST_ANSWERS = 20;
/** These many answers of a night are looked at, then each whose number is a power of two: late ones are of other kinds. */
const FIRST_ANSWERS = 12;
/** Of a source's past, so many items weigh as much as all that came before. */
const MOST_REMEMBERED_ITEMS = 200;
/** Bytes of paths and counts that a source's memory may hold. */
const MOST_BYTES = 16_000;

const LEAST_BEFORE_FOR_UNKNOWN = 5;
const LEAST_NEW = 2;
const LEAST_NEW_SHARE = 0.2;
const GREATEST_CHANCE = 0.01;
const LEAST_BEFORE_FOR_VANISHED = 10;
const LEAST_NOW_FOR_VANISHED = 5;
const LEAST_VANISHED_SHARE = 0.8;

const spread = <Item>(items: readonly Item[], most: number): Item[] => {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(items.length, most) }, (_, index) => items[Math.floor(index * step)] as Item);
};

/** The fields of an answer's adverts, of fifty at most, evenly chosen. No advert where it is none of JSON, XML and JSON-LD. */
export const fieldsOf = (body: string, contentType: string): AnswerFields => {
  const { root, items } = itemsOf(body, contentType);
  const chosen = spread(items, MOST_ITEMS_AN_ANSWER);
  const fields = new Map<string, number>();
  for (const item of chosen)
    for (const [path, filled] of pathsOf(item)) fields.set(path, (fields.get(path) ?? 0) + Number(filled));
  return { root, items: chosen.length, fields };
};

/** Keeps the commonest fields within the bound: what is dropped is marked, and is then never called unknown. */
const bounded = (stats: FieldStats): FieldStats => {
  let left = MOST_BYTES;
  const kept: FieldStats = {};
  for (const [root, all] of Object.entries(stats).sort(([, a], [, b]) => b.items - a.items)) {
    const whole = folded(all, mapsIn(all));
    const sorted = Object.entries(whole.fields).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const fields = sorted.filter(([path]) => {
      left -= Buffer.byteLength(path) + 10;
      return left > 0;
    });
    if (fields.length === 0) continue;
    const cut = whole.cut || fields.length < sorted.length;
    kept[root] = { items: whole.items, fields: Object.fromEntries(fields), ...(cut ? { cut: true } : {}) };
  }
  return kept;
};

/** Gathers the fields of one source's answers of one night, of some of them only, so that it costs little. */
export class FieldTally {
  readonly #roots = new Map<string, { items: number; fields: Map<string, number> }>();
  #answers = 0;
  #taken = 0;

  /** Looks at an answer; what cannot be read holds no fields and is left to the platform's reader to refuse. */
  take(body: string, contentType: string): void {
    this.#answers += 1;
    const chosen = this.#answers <= FIRST_ANSWERS || Number.isInteger(Math.log2(this.#answers));
    if (!chosen || this.#taken >= MOST_ANSWERS) return;
    this.#taken += 1;
    const { root, items, fields } = fieldsOf(body, contentType);
    if (items === 0) return;
    const known = this.#roots.get(root) ?? { items: 0, fields: new Map<string, number>() };
    for (const [path, count] of fields) known.fields.set(path, (known.fields.get(path) ?? 0) + count);
    this.#roots.set(root, { items: known.items + items, fields: known.fields });
  }

  toJSON(): FieldStats {
    const stats = [...this.#roots].map(([root, { items, fields }]): [string, RootFields] => [
      root,
      { items, fields: Object.fromEntries(fields) },
    ]);
    return bounded(Object.fromEntries(stats));
  }
}

const summed = (before: RootFields | undefined, now: RootFields | undefined): RootFields => {
  if (before === undefined || now === undefined) return (before ?? now)!;
  const counts = new Map(Object.entries(before.fields));
  for (const [path, count] of Object.entries(now.fields)) counts.set(path, (counts.get(path) ?? 0) + count);
  const items = before.items + now.items;
  const scale = Math.min(1, MOST_REMEMBERED_ITEMS / items);
  const fields = [...counts].map(
    ([path, count]) => [path, count === 0 ? 0 : Math.max(1, Math.round(count * scale))] as const,
  );
  const cut = before.cut || now.cut;
  return { items: Math.round(items * scale), fields: Object.fromEntries(fields), ...(cut ? { cut } : {}) };
};

/** What to remember after a night: names are kept for good, and the older a count is, the less it weighs. */
export const remembered = (before: FieldStats, now: FieldStats): FieldStats => {
  const roots = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return bounded(Object.fromEntries(roots.map((root) => [root, summed(before[root], now[root])])));
};

/** The chance that all `holders` of a field are among tonight's items, were it as common before as now: a permutation test. */
const chanceOfNew = (holders: number, now: number, before: number): number => {
  let chance = 1;
  for (let index = 0; index < holders; index += 1) chance *= (now - index) / (now + before - index);
  return chance;
};

const isUnknown = (holders: number, now: RootFields, before: RootFields): boolean =>
  holders >= LEAST_NEW &&
  holders >= LEAST_NEW_SHARE * now.items &&
  chanceOfNew(holders, now.items, before.items) < GREATEST_CHANCE;

/** A field inside another that is named already needs no name of its own. */
const outermost = (paths: readonly string[]): string[] => {
  const all = new Set(paths);
  const covered = (path: string): boolean =>
    [...path.matchAll(/(\[\])*\./g)].some(({ index }) => all.has(path.slice(0, index)));
  return paths.filter((path) => !covered(path));
};

const named = (root: string, paths: readonly string[]): string[] =>
  outermost(paths).map((path) => (root === "" ? path : `${root}.${path}`));

const rootDrift = (root: string, was: RootFields, is: RootFields): Drift => {
  const maps = new Set([...mapsIn(was), ...mapsIn(is)]);
  const [before, now] = [folded(was, maps), folded(is, maps)];
  const unknown = Object.entries(now.fields).filter(
    ([path, count]) => !Object.hasOwn(before.fields, path) && isUnknown(count, now, before),
  );
  const vanished = Object.entries(before.fields).filter(
    ([path, count]) => count >= LEAST_VANISHED_SHARE * before.items && !now.fields[path],
  );
  const mayBeNew = before.items >= LEAST_BEFORE_FOR_UNKNOWN && !before.cut;
  const mayBeGone = before.items >= LEAST_BEFORE_FOR_VANISHED && now.items >= LEAST_NOW_FOR_VANISHED && !now.cut;
  const pathsOfEntries = (entries: [string, number][]): string[] => entries.map(([path]) => path);
  return {
    unknown: mayBeNew ? named(root, pathsOfEntries(unknown)) : [],
    vanished: mayBeGone ? named(root, pathsOfEntries(vanished)) : [],
  };
};

/** A list that no answer has any more beside one that none had before: the list itself was renamed. */
const renamedLists = (before: FieldStats, now: FieldStats): Drift => {
  const only = (here: FieldStats, there: FieldStats, least: number): string[] =>
    Object.keys(here).filter((root) => root.endsWith("[]") && !there[root] && here[root]!.items >= least);
  const unknown = only(now, before, LEAST_NOW_FOR_VANISHED);
  const vanished = only(before, now, LEAST_BEFORE_FOR_VANISHED);
  return unknown.length > 0 && vanished.length > 0 ? { unknown, vanished } : { unknown: [], vanished: [] };
};

/**
 * What changed in the shape of a source's adverts. Unknown: a field that no advert had before, and that so many have now
 * (two, a fifth of them) that chance does not explain it (p < 0.01); a field that is merely rare is not named. Vanished: one
 * that four of five adverts held a value in (of ten at least), and none of five or more does now. An object that came or
 * went is named once, not by its parts.
 */
export const driftOf = (before: FieldStats, now: FieldStats): Drift => {
  const shared = Object.keys(now).filter((root) => before[root] !== undefined);
  const drifts = shared.map((root) => rootDrift(root, before[root]!, now[root]!));
  drifts.push(renamedLists(before, now));
  return {
    unknown: drifts.flatMap(({ unknown }) => unknown).sort(),
    vanished: drifts.flatMap(({ vanished }) => vanished).sort(),
  };
};
