import type { EmploymentType, PayPeriod, RawPosting } from "../../models/posting.js";

/** Facts that a list already names of an advert whose text stands on a page of its own. */
export type Known = Partial<RawPosting>;

/** Paths are written in the readers, so they are few: each is taken apart once. */
const STEPS = new Map<string, string[]>();

const stepsOf = (path: string): string[] => {
  const steps = STEPS.get(path) ?? path.split(".");
  STEPS.set(path, steps);
  return steps;
};

/** The value at a dotted path of a parsed answer; undefined where any step is missing. */
export const at = (value: unknown, path: string): unknown => {
  let node = value;
  for (const key of stepsOf(path)) {
    if (node === null || typeof node !== "object") return undefined;
    node = (node as Record<string, unknown>)[key];
  }
  return node;
};

export const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A trimmed text of at most `most` characters; undefined where there is none. Numbers count as text. */
export const words = (value: unknown, most = 300): string | undefined => {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return undefined;
  return value.replace(/\s+/g, " ").trim().slice(0, most) || undefined;
};

/** Markup or running text as it came; undefined where it is blank. */
export const prose = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** Distinct place names; values may be texts or lists of texts, and one text may name several with `|` or `;`. */
export const places = (...values: unknown[]): string[] => [
  ...new Set(
    values.flatMap((value) =>
      list(value).flatMap((one) => (words(one, 2000) ?? "").split(/\s*[|;]\s*/).flatMap((part) => words(part) ?? [])),
    ),
  ),
];

/** Joins the named parts of an address, leaving out what is missing or repeated. */
export const joined = (...parts: unknown[]): string | undefined =>
  [...new Set(parts.flatMap((part) => words(part) ?? []))].join(", ") || undefined;

/**
 * ISO 3166-2 for a US state, ISO 3166-1 for another country. The bare US is left out: the state is read from the
 * location later, and a country here would hide it.
 */
export const regionFrom = (country: unknown, state?: unknown): string | undefined => {
  const code = words(country)?.toUpperCase();
  if (code === undefined || !/^[A-Z]{2}$/.test(code)) return undefined;
  if (code !== "US") return code;
  const inner = words(state)?.toUpperCase();
  return inner !== undefined && /^[A-Z]{2}$/.test(inner) ? `US-${inner}` : undefined;
};

// First match wins, so the narrower words stand first.
const EMPLOYMENT: [RegExp, EmploymentType][] = [
  [/volunt/, "volunteer"],
  [/intern(?!al|at)|apprentice|trainee|student|placement/, "internship"],
  [/temp|season|casual|per ?diem/, "temporary"],
  [/contract|freelance|fixed|agency|consult/, "contract"],
  [/part|\bpt\b/, "part_time"],
  [/full|\bft\b|permanent|regular/, "full_time"],
];

/** Reads what platforms call the terms of employment, e.g. `FULL_TIME`, `FullTime`, `Permanent`. */
export const employment = (value: unknown): EmploymentType | undefined => {
  const name = list(value)
    .flatMap((one) => words(one) ?? [])
    .join(" ")
    .replaceAll("_", " ")
    .toLowerCase();
  if (name === "") return undefined;
  return EMPLOYMENT.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
};

const PERIODS: [RegExp, PayPeriod][] = [
  [/hour|\bhr\b/, "hour"],
  [/dai|day/, "day"],
  [/week/, "week"],
  [/month/, "month"],
  [/year|annual|annum|\bpa\b/, "year"],
];

/** Reads what platforms call the period of pay; two weeks and other odd periods are none of ours. */
export const payPeriod = (value: unknown): PayPeriod | undefined => {
  const name = words(value)?.toLowerCase() ?? "";
  return /bi-?\s?week|fortnight/.test(name) ? undefined : PERIODS.find(([pattern]) => pattern.test(name))?.[1];
};

/** A positive amount of money; zero, null and text without digits mean that none was stated. */
export const amount = (value: unknown): number | undefined => {
  const number = typeof value === "string" ? Number(value.replace(/[\s,$£€]/g, "") || Number.NaN) : value;
  return typeof number === "number" && Number.isFinite(number) && number > 0 ? number : undefined;
};

/** Pay as a posting keeps it; nothing where no amount or no known period is stated, since neither means anything alone. */
export const pay = (from: { min?: unknown; max?: unknown; currency?: unknown; period?: unknown }): Known => {
  const [low, high] = [amount(from.min) ?? amount(from.max), amount(from.max) ?? amount(from.min)];
  const period = payPeriod(from.period);
  const currency = words(from.currency)?.toUpperCase();
  if (low === undefined || high === undefined || period === undefined) return {};
  return {
    pay_min: Math.min(low, high),
    pay_max: Math.max(low, high),
    pay_period: period,
    ...(currency !== undefined && /^[A-Z]{3}$/.test(currency) ? { pay_currency: currency } : {}),
  };
};
