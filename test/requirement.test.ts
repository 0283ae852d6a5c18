import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";

const extractor = createExtractor(loadTaxonomy());
const cases: Record<string, string>[] = parse(
  readFileSync(packagePath("test", "input", "extraction", "requirements.csv")),
  { columns: true },
);

describe("requirement levels", () => {
  it.each(cases)("$text: $entity is $requirement", ({ text, entity, requirement }) => {
    const posting = text!.replaceAll("\\n", "\n");
    const mention = extractor.extract({ text: posting }).mentions.find((one) => one.entity === entity);
    expect(mention?.requirement).toBe(requirement);
  });

  it("knows the section of a mention", () => {
    const text = "About us\nWe train for the CCNA.\n\nRequirements\n• CCNP\n\nBenefits\n• CCIE course";
    const sections = extractor.extract({ text }).mentions.map(({ entity, section }) => `${entity} ${section}`);
    expect(sections).toEqual(["cisco-ccna about", "cisco-ccnp required", "cisco-ccie benefits"]);
  });
});
