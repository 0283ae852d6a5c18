import { isoOf } from "../calendar.js";
import type { DemoPosting, StatedPay } from "../posting.js";
import type { Facts } from "./phrase.js";

const JOBS: Partial<Record<DemoPosting["employment"], string>> = {
  full_time: "Full-time",
  part_time: "Part-time",
  contract: "Contract",
  temporary: "Temporary",
  internship: "Internship",
};
/** Abbreviations whose first letter is spoken with a vowel. */
const SPOKEN_AN = /^(RN|LPN|HR|EMT|SEO|SQL|MIG|X-|[AEIO]|U[^SUnIX])/;

const withArticle = (noun: string): string => `${SPOKEN_AN.test(noun) ? "an" : "a"} ${noun}`;

const amount = (value: number, period: StatedPay["period"]): string =>
  period === "hour" ? `$${value.toFixed(2)}` : `$${value.toLocaleString("en-US")}`;

/** Pay in one of the ways that postings write it; `style` picks the way. */
function rangeOf({ min, max, period }: StatedPay, style: number): string {
  const unit =
    period === "hour" ? [" per hour", "/hour", " an hour", "/hr"] : [" per year", " annually", "/year", " a year"];
  const joint = [" - ", " to ", "-", " – "][style % 4]!;
  return `${amount(min, period)}${joint}${amount(max, period)}${unit[(style >> 2) % 4]!}`;
}

/** What phrases may say of a posting; `style` is a small number that picks among ways of writing. */
export function factsOf(posting: DemoPosting, style: number): Facts {
  const { title, employer, city, place, occupation, pay, employment } = posting;
  const job = JOBS[employment] ?? "Full-time";
  const stated = pay === null ? { range: "negotiable", low: "" } : null;
  return {
    title,
    TITLE: title.toUpperCase(),
    "a-title": withArticle(title),
    "a-job": withArticle(job.toLowerCase()),
    job,
    employer,
    city,
    state: place.state,
    st: place.region.slice(3),
    field: occupation.field,
    onsite: posting.remote ? "REMOTE" : "ONSITE",
    // The day of the original: a copy says what it says.
    posted: isoOf(posting.key[1]),
    ...(stated ?? {
      range: rangeOf(pay!, style),
      low: `${amount(pay!.min, pay!.period)} ${pay!.period === "hour" ? "an hour" : "a year"}`,
    }),
  };
}
