import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfMonth, type MonthCount } from "../warehouse/statistics/periods.js";
import { signalsOf } from "../warehouse/statistics/signal.js";

const stepOf = (gap: fc.Arbitrary<number>) =>
  fc.record({
    gap,
    postings: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 20_000 })),
    part: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(0, 1) },
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 200 }).map((thousandths) => thousandths / 1000) },
    ),
  });
const any = fc.oneof(
  { weight: 19, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 30 }) },
);

/** Months with few postings or many, of which none, some or all ask: odd first ones, and behind a gap some years, with gaps. */
const monthsOf = fc
  .record({
    lead: fc.array(stepOf(any), { maxLength: 3 }),
    behind: stepOf(fc.integer({ min: 1, max: 60 })),
    years: fc
      .integer({ min: 0, max: 80 })
      .chain((length) => fc.array(stepOf(any), { minLength: length, maxLength: length })),
  })
  .map(({ lead, behind, years }) => {
    let month = 24_000;
    return [...lead, behind, ...years].map(({ gap, postings, part }): MonthCount => {
      month += gap;
      return { month, postings, asking: Math.round(postings * part) };
    });
  });

const inputOf = (months: MonthCount[], i: number) => ({
  entity: `e${i}`,
  kind: (["explicit", "skill", "licence"] as const)[i % 3]!,
  issuer: "",
  retired: false,
  retired_on: null,
  successor: null,
  as_of: months.length === 0 ? null : dateOfMonth(months.at(-1)!.month),
  employers: 30,
  sources: 1,
  months,
});

/** Every number in what was made, with its place. */
const numbersOf = (made: unknown, place = ""): [string, number][] => {
  if (typeof made === "number") return [[place, made]];
  if (made === null || typeof made !== "object") return [];
  return Object.entries(made).flatMap(([name, part]) => numbersOf(part, `${place}.${name}`));
};

describe("signals of any market", () => {
  it("are finite, and a forecast lies within intervals that have a width", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(monthsOf, { minLength: 1, maxLength: 4 }), (market) => {
        for (const signal of signalsOf(market.map(inputOf))) {
          expect(numbersOf(signal).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
          for (const { low_95, low_80, share, high_80, high_95 } of signal.horizons) {
            expect([low_95, low_80, share, high_80, high_95]).toEqual(
              [low_95, low_80, share, high_80, high_95].sort((a, b) => a - b),
            );
            expect(low_95).toBeLessThan(high_95);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
