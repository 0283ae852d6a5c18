import { CA_PROVINCES, CITIES, COUNTRIES, US_STATES } from "./places.js";

const STATE_CODES: ReadonlySet<string> = new Set(US_STATES.values());
const PROVINCE_CODES: ReadonlySet<string> = new Set(CA_PROVINCES.values());
const COUNTRY_CODES: ReadonlySet<string> = new Set(COUNTRIES.values());

export const PLACE_SEPARATORS = /[,;|/()[\]\n·•–—]|\s-\s/;
/** Postal codes, "area", "remote" and the like say nothing of the region by themselves. */
const FILLER =
  /\b\d{4,5}(?:-\d{4})?\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\b(?:greater|metro(?:politan)?|downtown|area|hybrid|remote|onsite|on-site|location|based|only|headquarters|hq)\b:?/gi;

const trimmed = (part: string): string =>
  part
    .replace(FILLER, " ")
    .replace(/\s{2,}/g, " ")
    .trim()
    .replace(/^(?:in|near|the)\s/i, "")
    .replace(/\.$/, (dot, _at: number, all: string) => (/\.\w\.$/.test(all) ? dot : ""));

/** A code stands in capitals. "CA" is California unless a province stands beside it. */
const byCode = (part: string): string | null => {
  if (STATE_CODES.has(part)) return `US-${part}`;
  if (PROVINCE_CODES.has(part)) return `CA-${part}`;
  return null;
};

const byName = (part: string): string | null => {
  const name = part.toLowerCase();
  const state = US_STATES.get(name);
  if (state !== undefined) return `US-${state}`;
  const province = CA_PROVINCES.get(name);
  return province === undefined ? null : `CA-${province}`;
};

/** "Miami FL 33101": a code at the end of a part. */
const byTail = (part: string): string | null => {
  const tail = /^.{2,40} ([A-Z]{2})$/.exec(part)?.[1];
  return tail === undefined ? null : byCode(tail);
};

/** A city of another country, followed by that country's code: "Berlin, DE" is not Delaware. */
const abroad = (city: string | undefined, code: string): string | null => {
  const region = city === undefined ? undefined : CITIES.get(city.toLowerCase());
  return region === code && COUNTRY_CODES.has(code) ? code : null;
};

const subdivision = (parts: readonly string[]): string | null => {
  for (const [i, part] of parts.entries()) {
    const code = byCode(part);
    if (code !== null) {
      if (
        part === "CA" &&
        parts.slice(0, i).some((other) => PROVINCE_CODES.has(other) || CA_PROVINCES.has(other.toLowerCase()))
      )
        continue;
      return abroad(parts[i - 1], part) ?? provinceOfCity(parts[i - 1], part) ?? code;
    }
    const found = byName(part) ?? byTail(part);
    if (found !== null && !isCityOfOther(parts, i)) return found;
  }
  return null;
};

/** "Toronto, CA" is Canada. */
const provinceOfCity = (city: string | undefined, code: string): string | null => {
  const region = code === "CA" && city !== undefined ? CITIES.get(city.toLowerCase()) : undefined;
  return region?.startsWith("CA-") ? region : null;
};

/** "Washington, DC" and "Georgia, USA"-like names: a state's name as the first part may be a city of the next. */
const isCityOfOther = (parts: readonly string[], i: number): boolean => {
  const next = parts[i + 1];
  return i === 0 && next !== undefined && (byCode(next) !== null || byName(next) !== null);
};

const readRegion = (location: string): string | null => {
  const parts = location
    .split(PLACE_SEPARATORS)
    .map(trimmed)
    .filter((part) => part !== "");
  const sub = subdivision(parts);
  if (sub !== null) return sub;
  const city = parts.map((part) => CITIES.get(part.toLowerCase())).find((region) => region !== undefined);
  const country = parts.map((part) => COUNTRIES.get(part.toLowerCase())).find((code) => code !== undefined);
  if (country !== undefined) return city?.startsWith(`${country}-`) ? city : country;
  if (city !== undefined) return city;
  const code = parts.slice(1).find((part) => COUNTRY_CODES.has(part));
  return code ?? null;
};

/** Places repeat from posting to posting; the bound keeps the memory flat. */
const MOST_PLACES = 5000;
const KNOWN = new Map<string, string | null>();

/**
 * Region of a location as platforms and postings write it: `US-CA` for a US state, `CA-ON` for a Canadian province, else the ISO
 * 3166-1 country (`GB`); null where unknown. Of several places the first counts; a state or province counts before its country, and both before a
 * city that merely carries the name.
 */
export const regionOf = (location: string): string | null => {
  const place = location.slice(0, 200);
  let region = KNOWN.get(place);
  if (region === undefined) {
    region = readRegion(place);
    if (KNOWN.size >= MOST_PLACES) KNOWN.clear();
    // A slice would keep the text alive that it was cut from: this is a copy.
    KNOWN.set(` ${place}`.slice(1), region);
  }
  return region;
};

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
  let to = from;
  while (to < from + 22 && to < text.length && isNameUnit(text.charCodeAt(to))) to++;
  const lengths = to - from < 2 ? 0 : LENGTHS[leadOf(text.charCodeAt(from), text.charCodeAt(from + 1))]!;
  if ((((lengths >>> (to - from)) | (lengths >>> (to - from - 1))) & 1) === 0) return false;
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
