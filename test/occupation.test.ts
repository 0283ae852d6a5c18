import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { createOccupationMatcher } from "../extractors/occupation.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { factTable } from "./support/fact-table.js";

const taxonomy = loadTaxonomy();
const match = createOccupationMatcher(taxonomy);

test.each(factTable("occupation"))("$title -> $expected", ({ title = "", text = "", expected }) => {
  expect(match(title, text)?.soc ?? "-").toBe(expected);
});

test("scores lie in 0..1, and the text tells close occupations apart", () => {
  for (const { title = "" } of factTable("occupation")) expect(match(title, "")?.score ?? 0).toBeLessThanOrEqual(1);
  expect(match("Social Worker", "")).not.toBeNull();
});

const ALTERNATE_TITLES = packagePath("..", "shared", "taxonomy", "onet-29.2", "Alternate Titles.txt");

/** O*NET's alternate titles: lower-case title -> the SOC occupations it stands for. */
const readAlternateTitles = (): Map<string, Set<string>> => {
  const titles = new Map<string, Set<string>>();
  for (const line of readFileSync(ALTERNATE_TITLES, "utf8").split("\n").slice(1)) {
    const [code = "", title] = line.split("\t");
    const soc = code.slice(0, 7);
    if (title === undefined || !taxonomy.occupations.has(soc)) continue;
    const key = title.toLowerCase();
    titles.set(key, (titles.get(key) ?? new Set()).add(soc));
  }
  return titles;
};

describe.skipIf(!existsSync(ALTERNATE_TITLES))("O*NET alternate titles, an eighth held out by hash", () => {
  const bucket = (title: string): number => createHash("sha256").update(title).digest()[0] as number;
  const accuracy = (matcher: typeof match, held: readonly [string, Set<string>][]): number =>
    held.filter(([title, socs]) => socs.has(matcher(title, "")?.soc ?? "")).length / held.length;

  it("top-1 on unseen titles stays above its floors: own titles, and with the other O*NET titles imported", () => {
    const known = new Set(taxonomy.occupationTitles.map(({ title }) => title));
    const all = [...readAlternateTitles()];
    const held = all.filter(([title]) => bucket(title) < 32 && !known.has(title));
    const imported = all
      .filter(([title]) => bucket(title) >= 32)
      .flatMap(([title, socs]) => [...socs].map((soc) => ({ soc, title })));
    const own = accuracy(match, held);
    const trained = accuracy(
      createOccupationMatcher({ ...taxonomy, occupationTitles: [...taxonomy.occupationTitles, ...imported] }),
      held,
    );
    process.stdout.write(
      `O*NET alternate titles held out: ${held.length}; top-1 ${own.toFixed(3)}, with imported titles ${trained.toFixed(3)}\n`,
    );
    expect(held.length).toBeGreaterThan(3000);
    expect(own).toBeGreaterThan(0.26);
    expect(trained).toBeGreaterThan(0.43);
  }, 60_000);
});

if (!existsSync(ALTERNATE_TITLES))
  process.stdout.write("O*NET's alternate titles are not here: the held-out check is skipped\n");
