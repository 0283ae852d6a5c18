const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Larger numbers are milliseconds: 1e11 seconds would be the year 5138. */
const LARGEST_SECONDS = 1e11;

const two = (value: string | number): string => String(value).padStart(2, "0");

/** Two-digit years from 70 on are of the last century. */
const fullYear = (year: string): string => (year.length === 4 ? year : Number(year) >= 70 ? `19${year}` : `20${year}`);

const monthNumber = (name: string): string => two(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

const epochDay = (value: number): string | undefined => {
  const date = new Date(value > LARGEST_SECONDS ? value : value * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
};

type Shape = [pattern: RegExp, read: (groups: string[], year: string) => string];

/** The ways in which files and platforms write a day. What is ambiguous (05/06/2024) needs its format named. */
const SHAPES = {
  iso: [/^(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/, ([y, m, d]) => `${y}-${two(m!)}-${two(d!)}`],
  month: [/^(\d{4})-(\d{2})$/, ([y, m]) => `${y}-${m}-01`],
  "D Month YYYY": [
    /^(?:\w{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?[\s-]+(\d{4})\b/,
    ([d, m, y]) => `${y}-${monthNumber(m!)}-${two(d!)}`,
  ],
  "Month D, YYYY": [
    /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b/,
    ([m, d, y]) => `${y}-${monthNumber(m!)}-${two(d!)}`,
  ],
  "MM/DD/YYYY": [/^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/, ([m, d, y]) => `${fullYear(y!)}-${two(m!)}-${two(d!)}`],
  "DD/MM/YYYY": [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/, ([d, m, y]) => `${fullYear(y!)}-${two(m!)}-${two(d!)}`],
  "MM-DD": [/^(\d{1,2})-(\d{1,2})$/, ([m, d], year) => `${year}-${two(m!)}-${two(d!)}`],
  "D-Mon": [/^(\d{1,2})-([A-Za-z]{3})$/, ([d, m], year) => `${year}-${monthNumber(m!)}-${two(d!)}`],
  "Mon-DD": [/^([A-Za-z]{3})-(\d{1,2})$/, ([m, d], year) => `${year}-${monthNumber(m!)}-${two(d!)}`],
} satisfies Record<string, Shape>;

export const DAY_FORMATS = ["auto", "epoch", ...Object.keys(SHAPES)] as ["auto", "epoch", ...string[]];

const UNAMBIGUOUS = ["iso", "month", "D Month YYYY", "Month D, YYYY"];

const formatsOf = (format: string | string[]): string[] =>
  [format].flat().flatMap((one) => (one === "auto" ? ["epoch", ...UNAMBIGUOUS] : [one]));

/** Only the digits-only form is an epoch, and only from 1973 on: `2021` is a year, not a second of 1970. */
const epochText = (text: string): string | undefined =>
  /^\d{9,13}(\.\d+)?$/.test(text) ? epochDay(Number(text)) : undefined;

/**
 * A calendar day `YYYY-MM-DD` from what a file or a platform wrote; undefined where nothing is written. What cannot be
 * read, or lacks its year, is handed back as it stood, so that validation refuses it by its value.
 */
export const day = (value: unknown, format: string | string[] = "auto", year = ""): string | undefined => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number") return epochDay(value) ?? String(value);
  const text = value instanceof Date ? value.toISOString() : String(value).trim();
  if (text === "") return undefined;
  for (const name of formatsOf(format)) {
    if (name === "epoch") {
      const found = epochText(text);
      if (found !== undefined) return found;
      continue;
    }
    const [pattern, read] = SHAPES[name as keyof typeof SHAPES] as Shape;
    const match = pattern.exec(text);
    if (match) return read(match.slice(1), year);
  }
  return text.slice(0, 200);
};
