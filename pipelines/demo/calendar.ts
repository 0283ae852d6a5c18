const DAY = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD`; throws a RangeError on anything else, such as 31 February. */
export function dayOf(iso: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || isoOf(time / DAY) !== iso) {
    throw new RangeError(`not a calendar day: "${iso}"; expected YYYY-MM-DD such as 2026-10-31`);
  }
  return time / DAY;
}

export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Months since year 0 of a day: 12 * year + (month - 1), so that months can be subtracted. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The month of a `YYYY-MM`, counted like monthOf. */
export const monthOfName = (name: string): number => monthOf(dayOf(`${name}-01`));

/** Monday 0 to Sunday 6. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (day + 3) % 7;

/** Years before or after November 2023, the origin of every trend: absolute, so that options never move a trend. */
export const yearsFromOrigin = (month: number): number => (month - (2023 * 12 + 10)) / 12;
