/** Deeper than this, and beyond this many elements of a list inside an item, fields are not told apart. */
const DEEPEST = 6;
const MOST_ELEMENTS = 20;
/** An object of more keys than any record has is a map: its keys are data. */
const WIDEST_RECORD = 200;
/** The name of all keys of a map together. A single key that is data stands among others as `*`. */
export const ANY_KEY = "**";
const LONGEST_KEY = 40;

const LANGUAGES = new Set(
  "ar bg cs da de el en es et fi fr ga he hi hr hu it ja ko lt lv ms mt nb nl nn pl pt ro ru sk sl sv th tr uk vi zh".split(
    " ",
  ),
);

/** Keys that are values rather than names of fields. `id` and `no` are left out of the languages: they are names too. */
const isData = (key: string): boolean =>
  /^[-+]?\d/.test(key) ||
  /\d{5}/.test(key) ||
  /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(key) ||
  /^[0-9a-f]{16,}$/i.test(key) ||
  /^[A-Z]{2}$|^[a-z]{2}[-_][A-Z]{2}$/.test(key) ||
  LANGUAGES.has(key);

const nameOf = (key: string): string => (isData(key) ? "*" : key.slice(0, LONGEST_KEY).replace(/[.[\]]/g, "_"));

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

/** The path of the object that a field stands in: `offices[]` for `offices[].name`, empty for the item itself. */
export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf(".")));

/** `offices` for `offices[]`. */
export const withoutLists = (path: string): string => path.replace(/(\[\])+$/, "");

/**
 * The paths of an item's fields, `offices[].name`, and whether any of each held a value: null, "", [] and {} hold none.
 * Keys that are data (numbers, dates, ids, languages) are called `*`, those of an object too wide for a record `**`.
 */
export const pathsOf = (item: unknown): Map<string, boolean> => {
  const paths = new Map<string, boolean>();
  const walk = (value: unknown, path: string, depth: number): void => {
    if (depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const element of value.slice(0, MOST_ELEMENTS)) walk(element, `${path}[]`, depth);
      return;
    }
    if (!isObject(value)) return;
    const keys = Object.keys(value);
    for (const key of keys) {
      const name = keys.length > WIDEST_RECORD ? ANY_KEY : nameOf(key);
      const own = path === "" ? name : `${path}.${name}`;
      paths.set(own, (paths.get(own) ?? false) || !isEmpty(value[key]));
      walk(value[key], own, depth + 1);
    }
  };
  walk(item, "", 1);
  return paths;
};
