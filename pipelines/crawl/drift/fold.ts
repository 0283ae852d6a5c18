import { ANY_KEY, parentOf, withoutLists } from "./paths.js";

/** How many of some items hold a value at each path; 0 where the field is there and always empty. */
export interface RootFields {
  items: number;
  fields: Record<string, number>;
  /** True where there were more fields than are kept, so that one which is not here may still be known. */
  cut?: true;
}

/** More keys than this that only few objects have are data: a map keyed by something. */
const MOST_RARE_KEYS = 60;

/** The paths of maps: those known as such (`**`), and those with many keys that most of their objects lack. No item is one. */
export const mapsIn = ({ fields }: RootFields): Set<string> => {
  const maps = new Set<string>();
  const rare = new Map<string, number>();
  for (const [path, count] of Object.entries(fields)) {
    const parent = parentOf(path);
    if (path.slice(parent === "" ? 0 : parent.length + 1) === ANY_KEY) maps.add(parent);
    const objects = fields[withoutLists(parent)] ?? 0;
    if (count > 0 && count * 2 < objects) rare.set(parent, (rare.get(parent) ?? 0) + 1);
  }
  for (const [parent, keys] of rare) if (keys > MOST_RARE_KEYS) maps.add(parent);
  return maps;
};

const foldedPath = (path: string, maps: ReadonlySet<string>): string => {
  let folded = "";
  for (const segment of path.split(".")) {
    const name = maps.has(folded) ? `${ANY_KEY}${/(\[\])*$/.exec(segment)?.[0] ?? ""}` : segment;
    folded = folded === "" ? name : `${folded}.${name}`;
  }
  return folded;
};

/** The same fields with all keys of a map as one, which as many items are taken to have as have its keys, all together. */
export const folded = ({ items, fields, cut }: RootFields, maps: ReadonlySet<string>): RootFields => {
  const counts = new Map<string, number>();
  for (const [path, count] of Object.entries(fields)) {
    const to = foldedPath(path, maps);
    counts.set(to, Math.min(items, (counts.get(to) ?? 0) + count));
  }
  return { items, fields: Object.fromEntries(counts), ...(cut ? { cut } : {}) };
};
