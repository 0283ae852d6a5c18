import type { PayPeriod } from "../../models/posting.js";

/** Wording of a period; of those that begin at one place the first names it. */
const PERIODS: readonly { period: PayPeriod; words: RegExp }[] = [
  {
    period: "hour",
    words: /(?:\/|\bper|\ban?|\beach)\s{0,2}(?:hour|hr|h)\b|\bhourly\b|\bp\.?\/?h\b|\bphr\b|^\s{0,2}hr\b/,
  },
  { period: "day", words: /(?:\/|\bper|\ba)\s{0,2}(?:day|diem)\b|\bdaily\b|\bp\.?d\b/ },
  { period: "week", words: /(?:\/|\bper|\ba)\s{0,2}(?:week|wk)\b|\bweekly\b|\bp\.?w\b/ },
  { period: "month", words: /(?:\/|\bper|\ba)\s{0,2}(?:month|mo|mth)\b|\bmonthly\b|\bpcm\b/ },
  {
    period: "year",
    words: /(?:\/|\bper|\ba)\s{0,2}(?:year|yr|annum)\b|\bannual(?:ly|ized|ised)?\b|\byearly\b|\bp\.?\s?a\b|\bpa\b/,
  },
];
/** All of them in one pattern: the group that took part tells which. */
const ANY_PERIOD = new RegExp(PERIODS.map(({ words }) => `(${words.source})`).join("|"));
const UNCLEAR_PERIOD =
  /bi-?weekly|semi-?monthly|bi-?monthly|fortnight|per (?:visit|shift|mile|unit|session|class|event|course|credit|load|pay period|game|word)|\/(?:visit|shift|mile|session)/;

/** Where no period is named, the size of the amount tells, in this currency's order of magnitude. */
const BY_SIZE: readonly { period: PayPeriod; from: number; to: number }[] = [
  { period: "hour", from: 6, to: 200 },
  { period: "month", from: 1500, to: 9999 },
  { period: "year", from: 12_000, to: 900_000 },
];
/** Currencies whose unit is small: the upper bounds rise by this factor. */
export const SMALL_UNITS: Readonly<Record<string, number>> = {
  JPY: 150,
  INR: 80,
  ETB: 60,
  ZAR: 15,
  SEK: 10,
  NOK: 10,
  DKK: 7,
  PLN: 4,
};

/** The period in the words behind the figures, else in those before them. */
export const statedPeriod = (lead: string, figures: string, tail: string): PayPeriod | null | "unclear" => {
  const near = tail.slice(0, 28);
  if (UNCLEAR_PERIOD.test(near)) return "unclear";
  const groups = ANY_PERIOD.exec(`${figures.toLowerCase()}${near}`);
  if (groups !== null) return PERIODS.find((_, i) => groups[i + 1] !== undefined)!.period;
  const label = lead.slice(-45);
  if (!ANY_PERIOD.test(label)) return null;
  return PERIODS.find(({ words }) => words.test(label))?.period ?? null;
};

/** The period that an amount of this size is paid by; null where the size, or a currency of small units, does not tell. */
export const bySize = (min: number, currency: string): PayPeriod | null => {
  const factor = SMALL_UNITS[currency] ?? 1;
  if (factor > 1) return null;
  return BY_SIZE.find(({ from, to }) => min >= from && min <= to)?.period ?? null;
};
