import { expect, test } from "vitest";
import { isWhole } from "../models/lake-files.js";

test.each([
  ['{"batch":"a","outcome":{"seen":1}}\n', true],
  ['{"batch":"m","replaces":["a"]}\n{"batch":"a"}\n', true],
  ['{\n "run_id": "r",\n "stages": []\n}\n', true],
  ['{"batch":"a","outcome":{"seen":1}', false],
  ['{"batch":"m","replaces":["a"]}\n{"batch":', false],
  ['{\n "run_id": "r",\n "sta', false],
  ["", false],
])("a record %j is whole: %s", (text, whole) => {
  expect(isWhole(text)).toBe(whole);
});
