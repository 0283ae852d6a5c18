import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { platforms } from "../pipelines/sources/index.js";
import { termsTable } from "../pipelines/sources/terms-table.js";

test("the table of terms says what the platforms say", async () => {
  await expect(termsTable(platforms.values())).toMatchFileSnapshot(packagePath("pipelines", "sources", "TERMS.md"));
});

test("a bar inside a cell does not end it", () => {
  const [platform] = platforms.values();
  expect(termsTable([{ ...platform!, board: "a|b" }])).toContain("| a\\|b");
});
