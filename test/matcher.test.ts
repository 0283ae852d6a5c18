import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher } from "../extractors/matcher.js";
import { foldSurface } from "../extractors/matching/characters.js";
import { Hits } from "../extractors/matching/hits.js";
import { packagePath } from "../models/package-root.js";
import { slowHits } from "./slow-matcher.js";

interface Case {
  surfaces: string[];
  text: string;
  hits: string[];
}
const cases = JSON.parse(readFileSync(packagePath("test", "input", "matcher", "cases.json"), "utf8")) as Case[];

function hitsOf(text: string, surfaces: readonly string[]): string[] {
  const matcher = createMatcher(surfaces);
  const hits = new Hits();
  matcher.scan(text, hits);
  const found: string[] = [];
  for (let i = 0; i < hits.length; i++)
    for (const [at, surface] of surfaces.entries())
      if (matcher.keyOf[at] === hits.key[i]) found.push(`${hits.start[i]}-${hits.end[i]} ${surface}`);
  return found.sort();
}

describe("the matcher", () => {
  it.each(cases)("finds $hits in $text", ({ surfaces, text, hits }) => {
    expect(hitsOf(text, surfaces)).toEqual([...hits].sort());
    expect(slowHits(text, surfaces)).toEqual([...hits].sort());
  });

  const piece = fc.constantFrom(
    "a",
    "b",
    "A",
    "B",
    "s",
    "S",
    "c",
    "7",
    " ",
    " ",
    "-",
    "+",
    "#",
    ".",
    "'",
    "’",
    "/",
    "\n",
    "é",
    "界",
    "🚛",
    "­",
    "‐",
  );
  const textOf = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
  const surfaceOf = fc
    .array(fc.constantFrom("a", "b", "c", "s", "7", " ", "-", "+", "."), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(""))
    .filter((surface) => foldSurface(surface).length > 0);

  it("agrees with the slow search on any text", () => {
    fc.assert(
      fc.property(textOf, fc.uniqueArray(surfaceOf, { minLength: 1, maxLength: 8 }), (text, surfaces) => {
        expect(hitsOf(text, surfaces)).toEqual(slowHits(text, surfaces));
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it("agrees with the slow search where lines are wrapped", () => {
    const wide = textOf.map((text) => `${"word ".repeat(9)}${text}`);
    fc.assert(
      fc.property(wide, fc.uniqueArray(surfaceOf, { minLength: 1, maxLength: 5 }), (text, surfaces) => {
        expect(hitsOf(text, surfaces)).toEqual(slowHits(text, surfaces));
      }),
      { numRuns: 1000, seed: 8 },
    );
  });

  const word = fc.constantFrom(
    "nurse",
    "nurses",
    "Nurse",
    "in",
    "a",
    "at",
    "home",
    "homes",
    "(home",
    ".NET",
    "net",
    "c++",
  );
  const between = fc.constantFrom(" ", " ", " ", "  ", "-", "\n", "", "’", " '", ", ", "/", "' ", ".");
  const wordsOf = (parts: fc.Arbitrary<string>, maxLength: number) =>
    fc.array(fc.tuple(word, parts), { minLength: 1, maxLength }).map((all) => all.flat().join(""));

  it("agrees with the slow search on words that begin many surfaces", () => {
    const surfaces = fc.uniqueArray(wordsOf(fc.constantFrom(" ", " ", "", "/"), 4), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(wordsOf(between, 14), surfaces, (text, all) => {
        expect(hitsOf(text, all)).toEqual(slowHits(text, all));
      }),
      { numRuns: 2000, seed: 9 },
    );
  });

  it("reads nothing of a longer text that it had before", () => {
    const matcher = createMatcher(["nurse", "nurse in a home"]);
    const hits = new Hits();
    matcher.scan("nurse in a home ".repeat(5000), hits);
    expect(hits.length).toBe(10_000);
    matcher.scan("nurse", hits);
    expect(hits.length).toBe(1);
  });

  it("sorts hits leftmost first, longest first", () => {
    const matcher = createMatcher(["a b", "a", "b", "a b c"]);
    const hits = new Hits();
    matcher.scan("a b c", hits);
    const spans = Array.from({ length: hits.length }, (_, i) => `${hits.start[i]}-${hits.end[i]}`);
    expect(spans).toEqual(["0-5", "0-3", "0-1", "2-3"]);
  });

  it("grows for more hits than it had room for, and forgets the last text", () => {
    const matcher = createMatcher(["a"]);
    const hits = new Hits();
    matcher.scan("a ".repeat(1000), hits);
    expect(hits.length).toBe(1000);
    matcher.scan("a", hits);
    expect(hits.length).toBe(1);
  });

  it("refuses a surface that has nothing to match", () => {
    expect(() => createMatcher(["ok", " - "])).toThrow(/" - " has no character to match/);
  });
});
