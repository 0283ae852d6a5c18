import { dayOf } from "./calendar.js";
import type { DemoOptions } from "./options.js";

/** Ids leave room for 4,000 postings a day. */
const MOST_A_YEAR = 700_000;

/**
 * First day of a market: the latest 1 November that leaves `years` full years up to and including today. It stays where
 * it is while `today` moves on within a market year, so that later nights see the same earlier postings.
 */
export function startOf({ years, today }: DemoOptions): number {
  const year = Number(today.slice(0, 4)) - years;
  const start = dayOf(`${year}-11-01`);
  // The day after `today`, `years` years earlier: the latest start that leaves them full. 29 February may have no such day.
  const latest = dayOf(`${year}-${today.slice(5).replace("02-29", "02-28")}`) + 1;
  return start <= latest ? start : dayOf(`${year - 1}-11-01`);
}

/** Throws a RangeError that names the option, its value and what would be right. */
export function checkOptions({ years, seed, postings, today }: DemoOptions): void {
  const wrong = (option: string, value: unknown, right: string) =>
    new RangeError(`${option}: ${value}; expected ${right}`);
  if (!Number.isInteger(years) || years < 1 || years > 50) throw wrong("years", years, "a whole number from 1 to 50");
  if (!Number.isSafeInteger(seed)) throw wrong("seed", seed, "a whole number");
  if (!(postings > 0 && postings / years <= MOST_A_YEAR))
    throw wrong("postings", postings, `1 to ${MOST_A_YEAR} a year`);
  dayOf(today);
}
