import { expect, test } from "vitest";
import { readExperience } from "../extractors/experience.js";
import { factTable } from "./support/fact-table.js";

const written = (text: string): string => {
  const { years } = readExperience(text);
  return years === null ? "-" : `${years.min}..${years.max ?? ""}`;
};

test.each(factTable("experience"))("$text -> $years, equivalent: $equivalent", ({ text = "", years, equivalent }) => {
  expect(written(text)).toBe(years);
  expect(readExperience(text).equivalent).toBe(equivalent === "yes");
});

test("an ask late in a long text is found, one beyond the reading limit is not", () => {
  const ask = ". At least 3 years of experience required.";
  expect(readExperience("word ".repeat(10_000) + ask).years).toEqual({ min: 3, max: null });
  expect(readExperience("word ".repeat(30_000) + ask).years).toBeNull();
});
