import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { amountOf } from "../extractors/facts/money.js";
import { readPay } from "../extractors/pay.js";
import { PAY_PERIODS } from "../models/posting.js";
import { factTable } from "./support/fact-table.js";

test.each(factTable("pay"))(
  "$text -> $min to $max $currency a $period",
  ({ text = "", min, max, currency, period }) => {
    const expected = min === "-" ? null : { min: Number(min), max: Number(max), currency, period };
    expect(readPay(text)).toEqual(expected);
  },
);

describe("amountOf", () => {
  it.each([
    ["18.50", 18.5],
    ["18,50", 18.5],
    ["50.000", 50_000],
    ["50,000.00", 50_000],
    ["1 250", 1250],
    ["1’250", 1250],
    ["65k", 65_000],
    ["62.5K", 62_500],
  ])("%s is %d", (written, value) => {
    expect(amountOf(written)).toBe(value);
  });
});

test("whatever the figures, a pay has min <= max and a known period", () => {
  const figure = fc.oneof(fc.nat(400), fc.nat(200_000), fc.constantFrom("65k", "1,250.50", "40.000"));
  const words = fc.constantFrom("$", "£", " to ", " - ", " per hour", " a year", "salary ", " USD", "/hr");
  fc.assert(
    fc.property(fc.array(fc.oneof(figure, words), { maxLength: 12 }), (parts) => {
      const pay = readPay(parts.join(""));
      return pay === null || (pay.min > 0 && pay.min <= pay.max && PAY_PERIODS.includes(pay.period));
    }),
  );
});
