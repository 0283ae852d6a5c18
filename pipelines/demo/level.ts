import type { Seniority } from "../../models/extraction.js";
import type { EmploymentType } from "../../models/posting.js";
import { indexIn, type Random } from "./random.js";
import type { DemoOccupation } from "./shapes.js";

export function levelOf({ intern, entry, senior }: DemoOccupation, random: Random): Seniority {
  const uniform = random.next();
  if (uniform < intern) return "internship";
  if (uniform < intern + entry) return "entry";
  return uniform < intern + entry + senior ? "senior" : "mid";
}

/** How each level shows in a title; most entry and mid titles carry no sign of it. */
const LEVEL_TITLES: Record<Seniority, readonly string[]> = {
  internship: ["{t} Intern", "{t} Internship", "Intern - {t}"],
  entry: ["{t}", "{t}", "{t}", "{t}", "Entry Level {t}", "{t} - Entry Level", "{t} I", "Junior {t}"],
  mid: ["{t}", "{t}", "{t}", "{t}", "{t}", "{t} II"],
  senior: ["Senior {t}", "Lead {t}", "{t} III", "Sr. {t}"],
};

export const titleOf = ({ titles }: DemoOccupation, level: Seniority, random: Random): string =>
  random.pick(LEVEL_TITLES[level]).replace("{t}", random.pick(titles));

/** Percent of each, added up; work paid by the hour is more often part-time. */
const EMPLOYMENTS: readonly EmploymentType[] = ["full_time", "part_time", "contract", "temporary"];
const SUMS = { hour: [72, 93, 95, 100], year: [90, 93, 98, 100] };

export function employmentOf({ pay }: DemoOccupation, level: Seniority, random: Random): EmploymentType {
  if (level === "internship") return "internship";
  return EMPLOYMENTS[indexIn(SUMS[pay.period], random.next())]!;
}
