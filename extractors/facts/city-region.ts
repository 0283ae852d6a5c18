import { CA_PROVINCES, COUNTRIES, US_STATES } from "./places.js";
import { byCode, byName, PROVINCE_CODES, regionOf, STATE_CODES } from "./region.js";

const CITY_BEFORE = /[A-ZÀ-Þ][\p{L}.'’-]{1,20}(?: (?:of|on|upon|de|la|del|[A-ZÀ-Þ][\p{L}.'’-]{1,20})){0,3}$/u;
const NAME_AFTER = /^,\s?([A-ZÀ-Þ][\p{L}.]{1,20}(?: (?:of|and|[A-ZÀ-Þ][\p{L}.]{1,20})){0,3})/u;

/** "4th Street, Washington, D.C.": the state comes one comma later. */
const STATE_BEHIND = /^\s?,\s?(?:D\.\s?C\.|[A-Z]{2}\b)/;

/** The longest run of words behind a comma that names a state, province or country, in words; null for none. */
const namedBehind = (words: readonly string[]): string | null => {
  for (let size = words.length; size > 0; size -= 1) {
    const name = words
      .slice(0, size)
      .join(" ")
      .replace(/(?<!\.\w)\.$/, "");
    if (byCode(name) ?? byName(name) ?? COUNTRIES.get(name.toLowerCase())) return name;
  }
  return null;
};

/** Whether a name in capitals follows the comma at `at`; most commas need no closer look. */
function leadsName(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  const first = next <= 32 || next === 160 ? text.charCodeAt(at + 2) : next;
  return (first >= 65 && first <= 90) || (first >= 0xc0 && first <= 0xde) || next > 160;
}

/** First words of the names of states, provinces and countries, lower-case, and the codes. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...US_STATES.keys(), ...CA_PROVINCES.keys(), ...COUNTRIES.keys(), ...STATE_CODES, ...PROVINCE_CODES].flatMap(
    (name) => {
      const first = name.split(" ", 1)[0]!.toLowerCase();
      return [first, first.replace(/\.$/, "")];
    },
  ),
);

/** Room for two letters of five bits. */
const letterOf = (code: number): number => (code < 128 ? code & 31 : 0);
const leadOf = (first: number, second: number): number => (letterOf(first) << 5) | letterOf(second);

/** By the first two letters: the lengths of those words, as bits; most words behind a comma need no closer look. */
const LENGTHS = new Int32Array(1024);
for (const word of FIRST_WORDS) {
  const lead = leadOf(word.charCodeAt(0), word.charCodeAt(1));
  LENGTHS[lead] = LENGTHS[lead]! | (1 << word.length);
}

/** Units of a word of a name; the pattern of names decides. */
const isNameUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 46 || (code >= 0xc0 && code < 0x2000);

/** Whether the word behind the comma at `at` begins any name of a region. */
const leadsRegion = (text: string, at: number): boolean => {
  const from = isNameUnit(text.charCodeAt(at + 1)) ? at + 1 : at + 2;
  const lengths = LENGTHS[leadOf(text.charCodeAt(from), text.charCodeAt(from + 1))]!;
  if (lengths === 0) return false;
  let to = from;
  while (to < from + 22 && to < text.length && isNameUnit(text.charCodeAt(to))) to++;
  if (to - from < 2 || (((lengths >>> (to - from)) | (lengths >>> (to - from - 1))) & 1) === 0) return false;
  const word = text.slice(from, to).toLowerCase();
  return FIRST_WORDS.has(word) || (word.endsWith(".") && FIRST_WORDS.has(word.slice(0, -1)));
};

/** Region of the first "City, ST", "City, State" or "City, Country" of a running text. */
export const cityRegion = (text: string): string | null => {
  for (let at = text.indexOf(","); at >= 0; at = text.indexOf(",", at + 1)) {
    if (!leadsName(text, at) || !leadsRegion(text, at)) continue;
    const match = NAME_AFTER.exec(text.slice(at, at + 70));
    const region = match === null ? null : namedBehind((match[1] as string).split(" "));
    if (
      match === null ||
      region === null ||
      STATE_BEHIND.test(text.slice(at + match[0].length, at + match[0].length + 12))
    )
      continue;
    const city = CITY_BEFORE.exec(text.slice(Math.max(0, at - 50), at))?.[0];
    if (city !== undefined) return regionOf(`${city}, ${region}`);
  }
  return null;
};
