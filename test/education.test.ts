import { expect, test } from "vitest";
import { readEducation } from "../extractors/education.js";
import { factTable } from "./support/fact-table.js";

test.each(factTable("education"))("$text -> $expected", ({ text = "", expected }) => {
  expect(readEducation(text) ?? "-").toBe(expected);
});
