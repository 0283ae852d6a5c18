import { expect, test } from "vitest";
import { buildWarehouse } from "../warehouse/builder.js";
import { toJson } from "../warehouse/query-text.js";
import { emptyFolder } from "./support/folder.js";
import { type GivenPosting, lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";
import { queryRows } from "./support/query.js";
import { random } from "./support/random.js";

const PER_MONTH = 120;
const next = random(11);

/** `PER_MONTH` postings in each month of 2024, of which that part names the certificate. */
const source = (name: string, certificate: string, shareIn: (month: number) => number): GivenPosting[] =>
  Array.from({ length: 12 * PER_MONTH }, (_, at) => {
    const month = Math.floor(at / PER_MONTH) + 1;
    return {
      id: `${name}-${at}`,
      source: name,
      posted_on: `2024-${String(month).padStart(2, "0")}-10`,
      asks: next() < shareIn(month) ? [`${certificate} mentioned`] : [],
    };
  });

const SOURCES: Record<string, GivenPosting[]> = {
  steady: source("steady", "net-one", () => 0.4),
  silent: source("silent", "net-one", (month) => (month === 12 ? 0 : 0.4)),
  sudden: source("sudden", "net-two", (month) => (month === 12 ? 0.5 : 0)),
  // As far from its mean as a burst of one employer takes it in any month: wide, and so no drift.
  bursty: source("bursty", "nurse", (month) => (month % 3 === 0 ? 0.75 : 0.25)),
  rare: source("rare", "typing", (month) => (month === 12 ? 0 : 0.05)),
  new: source("new", "office", (month) => (month === 12 ? 0.1 : 0.6)).filter(
    ({ posted_on }) => (posted_on as string) > "2024-11",
  ),
};

test("a mention rate drifts where it leaves its own history, and not by chance, by bursts, where it is rare or has no history", async () => {
  const dataDir = emptyFolder();
  await writeLake(dataDir, lakeOf({ postings: Object.values(SOURCES).flat() }));
  const taxonomyDir = new URL("./input/marts/taxonomy", import.meta.url).pathname;
  const { path } = await buildWarehouse({ dataDir, taxonomyDir, extractor: EXTRACTOR, taxonomyVersion: "t1" });
  const sql = "FROM marts.mention_rate ORDER BY source";
  const rows = await queryRows<Record<string, string | number | boolean>>(sql, { path, convert: toJson });
  expect(
    rows.map(({ source: name, certificate_id, compared, drifted }) => [name, certificate_id, compared, drifted]),
  ).toEqual([
    ["bursty", "nurse", true, false],
    ["new", "office", false, false],
    ["rare", "typing", false, false],
    ["silent", "net-one", true, true],
    ["steady", "net-one", true, false],
    ["sudden", "net-two", true, true],
  ]);
  const of = (name: string) => rows.find((row) => row.source === name)!;
  expect(of("silent")).toMatchObject({
    postings: PER_MONTH,
    naming: 0,
    rate: 0,
    months_before: 11,
    postings_before: 11 * PER_MONTH,
  });
  expect(of("silent").z).toBeLessThan(-4);
  expect(of("sudden").z).toBeGreaterThan(4);
  expect(Math.abs(of("steady").z as number)).toBeLessThan(4);
  expect(of("bursty").dispersion).toBeGreaterThan(5);
}, 60_000);
