import type { Seniority } from "../../models/extraction.js";
import type { StatedPay } from "./posting.js";
import type { Random } from "./random.js";
import type { DemoOccupation, Places } from "./shapes.js";

const LEVEL_PAY: Record<Seniority, number> = { internship: 0.7, entry: 0.92, mid: 1, senior: 1.2 };
/** Part of all postings that state their pay, and how it grows in a year. */
const STATED_PAY = 0.62;
const GROWTH = 1.03;

/** Pay in `years` from the origin; null where the posting keeps quiet about it. */
export function payOf(
  { pay }: DemoOccupation,
  level: Seniority,
  place: Places,
  years: number,
  random: Random,
): StatedPay | null {
  const factor = LEVEL_PAY[level] * place.pay * GROWTH ** years * (0.94 + 0.12 * random.next());
  const middle = ((pay.low + pay.high) / 2) * factor;
  const half = (pay.high - pay.low) * factor * (0.2 + 0.25 * random.next());
  if (!random.chance(STATED_PAY)) return null;
  const step = pay.period === "hour" ? 0.25 : 500;
  const round = (value: number): number => Math.round(value / step) * step;
  return { min: round(middle - half), max: round(middle + half), period: pay.period };
}
