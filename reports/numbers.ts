/** How numbers, shares and dates are written in the site. Shares are fractions (0..1), changes are percent a year. */

const NONE = "–";
const MINUS = "−";

/** Thousands separated: 12,345. */
export function count(value: number | null): string {
  return value === null ? NONE : Math.round(value).toLocaleString("en-GB");
}

function decimals(percentage: number): number {
  if (percentage >= 9.95 || percentage === 0) return 0;
  if (percentage >= 0.995) return 1;
  return percentage >= 0.0995 ? 2 : 3;
}

/** A share with two or three telling digits: 42%, 4.2%, 0.42%, 0.042%. */
export function percent(share: number | null): string {
  if (share === null) return NONE;
  const percentage = share * 100;
  if (percentage > 0 && percentage < 0.001) return "under 0.001%";
  return `${percentage.toFixed(decimals(percentage))}%`;
}

/** "0.39% to 0.45%": with as many digits, up to three, as it takes to tell the ends apart. */
export function percentRange(low: number | null, high: number | null): string {
  if (low === null || high === null) return "no interval";
  const ends = [low, high].map((share) => share * 100);
  for (let digits = decimals(ends[0]!); digits < 3; digits++) {
    const [from, to] = ends.map((end) => end.toFixed(digits));
    if (from !== to) return `${from}% to ${to}%`;
  }
  return `${percent(low)} to ${percent(high)}`;
}

/** "1 in 240"; empty for a share of zero or above a half, where it would not help. */
export function oneIn(share: number | null): string {
  if (share === null || share <= 0 || share > 0.5) return "";
  return `1 in ${count(Number((1 / share).toPrecision(2)))}`;
}

/** A change in percent with its sign: +12%, −3.4%. */
export function change(percentage: number | null): string {
  if (percentage === null) return NONE;
  const size = Math.abs(percentage);
  const digits = size.toFixed(size >= 9.95 ? 0 : 1);
  if (Number(digits) === 0) return "0%";
  return `${percentage < 0 ? MINUS : "+"}${digits}%`;
}

/** "−15% to −9%". */
export function changeRange(low: number | null, high: number | null): string {
  return low === null || high === null ? "no interval" : `${change(low)} to ${change(high)}`;
}

/** A difference of shares in percentage points: +0.42. */
export function points(difference: number): string {
  const size = Math.abs(difference * 100);
  const digits = size.toFixed(size >= 0.0995 || size === 0 ? 2 : 3);
  return Number(digits) === 0 ? "0" : `${difference < 0 ? MINUS : "+"}${digits}`;
}

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "June 2025" from `2025-06-01` or `2025-06`. */
export function monthName(date: string | null): string {
  if (date === null || date === "") return NONE;
  const month = MONTHS[Number(date.slice(5, 7)) - 1];
  return month === undefined ? date : `${month} ${date.slice(0, 4)}`;
}

/** "3 June 2025" from `2025-06-03`. */
export function dayName(date: string | null): string {
  return date === null ? NONE : `${Number(date.slice(8, 10))} ${monthName(date)}`;
}

/** "USD 54,000". */
export const money = (amount: number | null, currency: string | null): string =>
  amount === null ? NONE : `${currency ?? ""} ${count(Number(amount.toPrecision(3)))}`.trim();
