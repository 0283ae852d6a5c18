import { againOf, LOOK_BACK, STAYS } from "./again.js";
import { dayOf, monthOf, weekdayOf } from "./calendar.js";
import { createDraw } from "./draw.js";
import type { DemoOptions } from "./options.js";
import type { DemoPosting } from "./posting.js";
import { uniformOf } from "./random.js";
import { checkOptions, startOf } from "./span.js";
import { type Vocabulary, vocabulary } from "./vocabulary.js";

/** A simulated labour market. Its postings are made as they are asked for and never held together. */
export interface Market {
  options: DemoOptions;
  /** First day, and today, as days since 1970-01-01. */
  start: number;
  today: number;
  words: Vocabulary;
  /** All postings up to today by day of posting; from a later day where one is given. */
  postings(from?: number): Generator<DemoPosting>;
  /** Those that closed by today. */
  closed(): Generator<DemoPosting>;
  /** Those that are still open today. */
  open(): Generator<DemoPosting>;
}

/** Postings of a weekday beside the average day, Monday first; and of a calendar month beside the average month. */
const WEEKDAYS = [1.3, 1.35, 1.3, 1.2, 1.05, 0.4, 0.4];
const MONTHS = [1, 0.97, 1.03, 1.02, 1.03, 1.02, 0.98, 1.02, 1.08, 1.08, 0.97, 0.8];

/** Makes the market; throws a RangeError on options that make none. */
export function simulateMarket(options: DemoOptions): Market {
  checkOptions(options);
  const words = vocabulary();
  const start = startOf(options);
  const today = dayOf(options.today);
  const draw = createDraw(words, options.seed);
  const perDay = options.postings / (options.years * 365.25);
  const count = (day: number): number =>
    Math.floor(perDay * WEEKDAYS[weekdayOf(day)]! * MONTHS[monthOf(day) % 12]! + uniformOf(options.seed, day, "count"));

  function* postings(from = start): Generator<DemoPosting> {
    const again = new Map<number, DemoPosting[]>();
    for (let day = Math.max(start, from - LOOK_BACK); day <= today; day++) {
      const todays = [...(again.get(day) ?? []), ...Array.from({ length: count(day) }, (_, index) => draw(day, index))];
      again.delete(day);
      for (const posting of todays) {
        for (const later of againOf(posting, words.boards))
          again.set(later.posted, [...(again.get(later.posted) ?? []), later]);
        if (day >= from) yield posting;
      }
    }
  }
  function* closed(): Generator<DemoPosting> {
    for (const posting of postings()) if (posting.closed <= today) yield posting;
  }
  function* open(): Generator<DemoPosting> {
    for (const posting of postings(today - STAYS.most)) if (posting.closed > today) yield posting;
  }
  return { options, start, today, words, postings, closed, open };
}
