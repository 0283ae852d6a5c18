import { isCapital, isSpace } from "../text/codes.js";
import { cityStart, regionWordEnds } from "./capitalised.js";
import { CA_PROVINCES, COUNTRIES, US_STATES } from "./places.js";
import { PROVINCE_CODES, regionOf, STATE_CODES } from "./region.js";

/** "4th Street, Washington, D.C.": the state comes one comma later. */
const STATE_BEHIND = /^\s?,\s?(?:D\.\s?C\.|[A-Z]{2}\b)/;
/** Enough of what follows for it. */
const BEHIND = 12;

const hasStateBehind = (text: string, at: number, to: number): boolean =>
  (text[at] === "," || text[at + 1] === ",") && STATE_BEHIND.test(text.slice(at, Math.min(to, at + BEHIND)));

/** Names of states, provinces and countries, lower-case, and the codes of states and provinces. */
const NAMES: ReadonlySet<string> = new Set([
  ...US_STATES.keys(),
  ...CA_PROVINCES.keys(),
  ...COUNTRIES.keys(),
  ...STATE_CODES,
  ...PROVINCE_CODES,
]);

/** A dot at the end belongs to an abbreviation such as "D.C.", else to the sentence. */
const withoutStop = (name: string): string => (name.endsWith(".") ? name.replace(/(?<!\.\w)\.$/, "") : name);

/** The most of the words from `from` on, which end at `ends`, that are such a name; null for none. */
const nameAt = (text: string, from: number, ends: readonly number[]): string | null => {
  for (let i = ends.length - 1; i >= 0; i--) {
    const name = withoutStop(text.slice(from, ends[i]));
    if (NAMES.has(name) || NAMES.has(name.toLowerCase())) return name;
  }
  return null;
};

/** Whether a name may begin so; most commas need no closer look. */
const isInitial = (code: number): boolean => isCapital(code) || code >= 0xc0;

/** Room for two letters of five bits. */
const letterOf = (code: number): number => (code < 128 ? code & 31 : 0);
const leadOf = (first: number, second: number): number => (letterOf(first) << 5) | letterOf(second);

/** By their first two letters: the lengths of the first words of the names, as bits; most words behind a comma need no closer look. */
const LENGTHS = new Int32Array(1024);
for (const name of NAMES) {
  const lead = leadOf(name.charCodeAt(0), name.charCodeAt(1));
  LENGTHS[lead] = LENGTHS[lead]! | (1 << name.split(" ", 1)[0]!.length);
}

/** Units of a word of a name, and more: the names decide. */
const isNameUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 46 || (code >= 0xc0 && code < 0x2000);

/** Whether the word at `from` may begin a name: it is as long as the first word of one, or ends with a dot more or less. */
const leadsRegion = (text: string, from: number): boolean => {
  const lengths = LENGTHS[leadOf(text.charCodeAt(from), text.charCodeAt(from + 1))]!;
  if (lengths === 0) return false;
  let to = from;
  while (to < from + 22 && to < text.length && isNameUnit(text.charCodeAt(to))) to++;
  return to - from >= 2 && (((lengths >>> (to - from)) | (lengths >>> (to - from - 1))) & 1) !== 0;
};

/** How far a name is read in front of a comma and from there on. */
const CITY_REACH = 50;
const NAME_REACH = 70;

/** Region of the first "City, ST", "City, State" or "City, Country" of a running text's first `to` characters. */
export const cityRegion = (text: string, to: number = text.length): string | null => {
  for (let at = text.indexOf(","); at >= 0 && at < to; at = text.indexOf(",", at + 1)) {
    const from = isSpace(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
    if (!isInitial(text.charCodeAt(from)) || !leadsRegion(text, from)) continue;
    const ends = regionWordEnds(text, from, Math.min(to, at + NAME_REACH));
    const name = nameAt(text, from, ends);
    if (name === null || hasStateBehind(text, ends.at(-1)!, to)) continue;
    const start = cityStart(text, Math.max(0, at - CITY_REACH), at);
    if (start >= 0) return regionOf(`${text.slice(start, at)}, ${name}`);
  }
  return null;
};
