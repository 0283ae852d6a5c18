import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";

const path = packagePath("..", "shared", "taxonomy", "seed", "traps.csv");
if (!existsSync(path)) process.stdout.write("traps: ../shared/taxonomy/seed/traps.csv is absent, skipped\n");

describe.skipIf(!existsSync(path))("the trap sentences", () => {
  const traps: Record<string, string>[] = existsSync(path) ? parse(readFileSync(path), { columns: true }) : [];
  const extractor = createExtractor(loadTaxonomy());
  const namedIn = (text: string) =>
    extractor
      .extract({ text })
      .mentions.filter(({ kind, entity }) => kind === "certificate" && !entity.startsWith("generic-"));

  it("are recognised in at least 95 of 100 cases", () => {
    const wrong = traps.filter(({ text, expected }) => {
      const wanted = expected === "none" ? [] : expected!.split(";");
      const got = [...new Set(namedIn(text!).map(({ entity }) => entity))];
      return [...wanted].sort().join() !== got.sort().join();
    });
    expect(wrong.length / traps.length, wrong.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(0.05);
  });

  it("are levelled rightly in at least 90 of 100 cases", () => {
    const asked = traps.filter(({ requirement }) => requirement !== "");
    const wrong = asked.filter(({ text, expected, requirement }) => {
      const first = expected!.split(";")[0];
      return namedIn(text!).find(({ entity }) => entity === first)?.requirement !== requirement;
    });
    expect(wrong.length / asked.length, wrong.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(0.1);
  });
});
