import { expect, test } from "vitest";
import { detectLanguage } from "../extractors/language.js";
import { factTable } from "./support/fact-table.js";

test.each(factTable("language"))("$text -> $expected", ({ text = "", expected }) => {
  expect(detectLanguage(text) ?? "-").toBe(expected);
});
