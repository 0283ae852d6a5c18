import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";

const taxonomy = loadTaxonomy();
const extractor = createExtractor(taxonomy);

interface Case {
  text: string;
  entities: string[];
}

const casesOf = (file: string): Case[] => {
  const rows: Record<string, string>[] = parse(readFileSync(packagePath("test", "input", "extraction", file), "utf8"), {
    columns: true,
  });
  return rows.map(({ text = "", expected = "" }) => ({
    text,
    entities: expected === "none" ? [] : expected.split(";").sort(),
  }));
};

const namedIn = (text: string): string[] => {
  const named = extractor
    .extract({ text })
    .mentions.filter(({ kind, entity }) => kind === "certificate" && !entity.startsWith("generic-"));
  return [...new Set(named.map(({ entity }) => entity))].sort();
};

const isRight = ({ text, entities }: Case): boolean => namedIn(text).join() === entities.join();

// `test/extraction.test.ts` asserts each row of this file by itself, with its requirement level.
const right = casesOf("ambiguous.csv");
/** Right in meaning, and read wrongly today: a row moves to the other file when the reading is repaired. */
const failing = casesOf("ambiguous-known-failures.csv");
const all = [...right, ...failing];

const LONGEST = 4;
const FEWEST = 3;

/** A short surface is met as a word of its own, neither a part of a longer one nor of a name with a sign. */
const stands = (surface: string, text: string): boolean => {
  const letter = /[A-Za-z0-9+]/;
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1))
    if (!letter.test(text[at - 1] ?? " ") && !letter.test(text[at + surface.length] ?? " ")) return true;
  return false;
};

function shortSurfaces(): Map<string, Set<string>> {
  const meanings = new Map<string, Set<string>>();
  for (const { surface, entity, near, not } of taxonomy.certificateSurfaces)
    if (surface.length <= LONGEST && near.length + not.length > 0)
      meanings.set(surface, (meanings.get(surface) ?? new Set()).add(entity));
  return meanings;
}

const coverage = [...shortSurfaces()].map(([surface, ids]) => {
  const cases = all.filter(({ text }) => stands(surface, text));
  const meant = cases.filter(({ entities }) => entities.some((entity) => ids.has(entity))).length;
  return { surface, meant, otherwise: cases.length - meant };
});

describe("surfaces of at most four letters that a context rule decides", () => {
  it.each("A+ CNA CMA CDA CPT CAP ACE AWS MOS PE EA RD PALS CST BLS".split(" "))(
    "%s has three cases where it is meant and three where it is not",
    (surface) => {
      const { meant, otherwise } = coverage.find((one) => one.surface === surface)!;
      expect(meant).toBeGreaterThanOrEqual(FEWEST);
      expect(otherwise).toBeGreaterThanOrEqual(FEWEST);
    },
  );

  it("have three cases where they are meant and three where they are not, but for the newest", () => {
    const thin = coverage.filter(({ meant, otherwise }) => Math.min(meant, otherwise) < FEWEST);
    if (thin.length > 0)
      process.stdout.write(`short surfaces without cases: ${thin.map(({ surface }) => surface).join(", ")}\n`);
    expect(thin.length / coverage.length, thin.map(({ surface }) => surface).join(", ")).toBeLessThan(0.05);
  });

  it("are read rightly in more than 98 of 100 cases, the known failures included", () => {
    const wrong = all.filter((one) => !isRight(one));
    const share = 1 - wrong.length / all.length;
    process.stdout.write(`ambiguous surfaces: ${(share * 100).toFixed(1)} % of ${all.length} cases right\n`);
    const repaired = failing.filter(isRight).map(({ text }) => text);
    if (repaired.length > 0) process.stdout.write(`repaired, to be moved to ambiguous.csv: ${repaired.join(" | ")}\n`);
    expect(share, wrong.map(({ text }) => text).join("\n")).toBeGreaterThan(0.98);
  });

  it("fail in few cases that are known", () => {
    expect(failing.length / all.length).toBeLessThan(0.02);
  });
});
