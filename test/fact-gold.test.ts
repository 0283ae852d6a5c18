import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { packagePath } from "../models/package-root.js";
import { readQuality } from "../models/quality.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { evaluateGold } from "../pipelines/evaluate.js";
import { readFactTable } from "../pipelines/evaluation/facts/table.js";
import { evaluateFacts, FACTS } from "../pipelines/evaluation/facts.js";
import { saveQuality, saveUnseen } from "../pipelines/evaluation/save-quality.js";
import { emptyFolder } from "./support/folder.js";

const FOLDER = packagePath("test", "gold");
const extractor = createExtractor(loadTaxonomy());
const measured = evaluateFacts(FOLDER, extractor);

/** A little under what was measured of all cases, so that a rule which costs accuracy is noticed. */
const FLOORS: Record<string, number> = {
  occupation: 0.95,
  seniority: 0.89,
  experience: 0.88,
  "experience instead of a degree": 0.94,
  education: 0.8,
  pay: 0.83,
  place: 0.94,
  "remote work": 0.9,
};

const percent = (share: number): string => (share * 100).toFixed(1);

for (const { fact, all, held } of measured)
  process.stdout.write(
    `${fact}: ${percent(all.value)} % of ${all.asked} right; held ${percent(held.value)} % of ${held.asked} (${percent(held.interval_95.low)}-${percent(held.interval_95.high)})\n`,
  );

describe("the gold tables of the facts", () => {
  it.each(FACTS.map(({ table, column }) => [table, column] as const))(
    "%s (%s) has at least 100 cases, half of them held",
    (table, column) => {
      const cases = readFactTable(FOLDER, table, column);
      expect(cases.length).toBeGreaterThanOrEqual(100);
      expect(new Set(cases.map(({ title, text }) => `${title}\n${text}`)).size).toBe(cases.length);
      expect(Math.abs(cases.filter(({ held }) => held).length - cases.length / 2)).toBeLessThanOrEqual(1);
    },
  );

  it("say which column is missing", () => {
    expect(() => readFactTable(FOLDER, "pay", "wage")).toThrow(/pay\.csv: case 1: no column "wage"/);
  });
});

test.each(measured)("$fact stays above its floor", ({ fact, all, errors }) => {
  const wrong = errors.map(({ title, text, want, got }) => `${title} ${text}: ${want.join(" or ")}, not ${got}`);
  expect(all.value, wrong.join("\n")).toBeGreaterThanOrEqual(FLOORS[fact]!);
});

describe("a saved measurement", () => {
  const report = evaluateGold(packagePath("test", "input", "evaluate", "gold.jsonl"), extractor);
  const saved = (): string => {
    const path = join(emptyFolder(), "quality", "measured.json");
    saveQuality({ report, facts: measured, on: "2026-01-09" }, path);
    return path;
  };

  it("is read as it was written, to four digits", () => {
    const quality = readQuality(saved())!;
    expect(quality).toMatchObject({ measured_on: "2026-01-09", extractor: extractor.version, postings: 3 });
    expect(quality.requirement).toMatchObject({ right: 2, asked: 3, value: 0.6667 });
    expect(quality.facts.map(({ fact }) => fact)).toEqual(FACTS.map(({ fact }) => fact));
    expect(quality.confusion.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(3);
  });

  it("keeps beside it what was measured on postings that no rule was tuned on", () => {
    const path = saved();
    expect(readQuality(path)?.unseen).toBeUndefined();
    saveUnseen(report, "2026-01-10", path);
    saveQuality({ report, facts: measured, on: "2026-01-11" }, path);
    expect(readQuality(path)).toMatchObject({
      measured_on: "2026-01-11",
      unseen: { measured_on: "2026-01-10", postings: 3, posting: { tp: report.posting.tp } },
    });
    expect(() => saveUnseen(report, "2026-01-10", join(emptyFolder(), "measured.json"))).toThrow(
      /the gold postings come first/,
    );
  });

  it("holds no word of a posting, nor of a case", () => {
    const written = readFileSync(saved(), "utf8");
    for (const word of ["surface", "title", "errors", "text"]) expect(written).not.toContain(`"${word}"`);
  });

  it("that is not as it should be is refused with its field; one that is not there is none", () => {
    const broken = join(emptyFolder(), "measured.json");
    writeFileSync(broken, readFileSync(saved(), "utf8").replace('"postings": 3', '"postings": -3'));
    expect(() => readQuality(broken)).toThrow(/measured\.json: postings: .*evaluate --save/);
    expect(readQuality(join(emptyFolder(), "measured.json"))).toBeNull();
  });

  it("of the repository can be read", () => {
    expect(readQuality()?.postings ?? 0).toBeGreaterThan(0);
  });
});
