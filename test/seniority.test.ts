import { expect, test } from "vitest";
import { readSeniority } from "../extractors/seniority.js";
import { factTable } from "./support/fact-table.js";

test.each(factTable("seniority"))("$title: $text -> $expected", ({ title = "", text = "", expected }) => {
  expect(readSeniority(title, text) ?? "-").toBe(expected);
});
