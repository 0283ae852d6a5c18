import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { evaluateGold } from "../pipelines/evaluate.js";

const GOLD = packagePath("..", "shared", "gold", "dev.jsonl");

if (!existsSync(GOLD)) process.stdout.write("gold: ../shared/gold is not there, so accuracy is not measured\n");

// Floors below what was measured (0.97, 0.94, 0.93), so that a rule which costs accuracy is noticed, not one which moves a mention.
test.skipIf(!existsSync(GOLD))("accuracy on the gold postings stays above its floors", () => {
  const report = evaluateGold(GOLD, createExtractor(loadTaxonomy()));
  expect(report.postings).toBe(285);
  expect(report.posting.f1).toBeGreaterThan(0.94);
  expect(report.mention.f1).toBeGreaterThan(0.91);
  expect(report.requirement.value).toBeGreaterThan(0.9);
  expect(report.unnamed.f1).toBeGreaterThan(0.65);
});
