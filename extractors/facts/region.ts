import { CA_PROVINCES, CITIES, COUNTRIES, US_STATES } from "./places.js";

/** Codes of the states, the provinces and the countries. */
export const STATE_CODES: ReadonlySet<string> = new Set(US_STATES.values());
export const PROVINCE_CODES: ReadonlySet<string> = new Set(CA_PROVINCES.values());
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
export const byCode = (part: string): string | null => {
  if (STATE_CODES.has(part)) return `US-${part}`;
  if (PROVINCE_CODES.has(part)) return `CA-${part}`;
  return null;
};

/** The region of a state or province by its name. */
export const byName = (part: string): string | null => {
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
  if (!mayNamePlace(location)) return null;
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

const RUN = /\p{L}+/gu;

/** The first run of letters of every name and code, lower-case; of the codes also in capitals, as they must stand. */
const FIRST_RUNS: ReadonlySet<string> = new Set([
  ...[...US_STATES.keys(), ...CA_PROVINCES.keys(), ...COUNTRIES.keys(), ...CITIES.keys()].flatMap(
    (name) => name.match(RUN)?.slice(0, 1) ?? [],
  ),
  ...STATE_CODES,
  ...PROVINCE_CODES,
  ...COUNTRY_CODES,
]);

/** Whether any word may begin a name or be a code; most parts of titles have none. */
const mayNamePlace = (location: string): boolean =>
  location.match(RUN)?.some((run) => FIRST_RUNS.has(run) || FIRST_RUNS.has(run.toLowerCase())) ?? false;

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
