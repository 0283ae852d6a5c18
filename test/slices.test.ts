import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compact } from "../pipelines/stages/compact.js";
import { type BuildOptions, buildWarehouse } from "../warehouse/builder.js";
import { runsOf } from "../warehouse/slices/run.js";
import { quietEffects } from "./support/effects.js";
import { emptyFolder } from "./support/folder.js";
import { type Given, type GivenPosting, lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";
import { saidBy } from "./support/said.js";

const SLOW = 480_000;
const taxonomyDir = new URL("./input/marts/taxonomy", import.meta.url).pathname;

/** Builds; returns the slices that each sliced model was made anew in. */
const build = async (dataDir: string, more: Partial<BuildOptions> = {}): Promise<Record<string, number[]>> => {
  const made: Record<string, number[]> = {};
  const note = (facts: object): void => {
    const { model, slices } = facts as { model: string; slices?: number[] };
    if (slices) made[model] = slices;
  };
  await buildWarehouse({
    dataDir,
    taxonomyDir,
    extractor: EXTRACTOR,
    taxonomyVersion: "t1",
    ...more,
    effectsLog: { debug: note },
  });
  return made;
};

/** What a build from nothing over the same lake says. */
const saidFromNothing = async (dataDir: string): Promise<Record<string, string[]>> => {
  const fresh = emptyFolder();
  cpSync(join(dataDir, "lake"), join(fresh, "lake"), { recursive: true });
  await build(fresh);
  return saidBy(fresh);
};

const number = (seed: number, salt: number, n: number): number => {
  const mixed = Math.imul((seed + 1) * 2654435761, 40503 + 2 * salt) >>> 0;
  return Math.floor(((mixed ^ (mixed >>> 13)) >>> 0) % n);
};
const ASKS = [
  "net-one required",
  "net-two preferred",
  "old required",
  "typing mentioned",
  "typing-speed required",
  "listening required",
  "cabling preferred",
  "nurse not_required",
];
const SOC = ["15-1232", "15-1244", "29-1141", "43-9021", null];
const REGIONS = ["US-CA", "US-TX", "GB", null];

/** A posting of a month (from 2023-01) that depends on its number alone. Every fifth repeats the text and title of the third before it. */
const posting = (n: number, month: number, more: Partial<GivenPosting> = {}): GivenPosting => {
  const seed = n % 5 === 4 ? n - 3 : n;
  const year = 2023 + Math.floor(month / 12);
  const day = `${year}-${String((month % 12) + 1).padStart(2, "0")}-${String(1 + number(n, 1, 27)).padStart(2, "0")}`;
  return {
    id: `p${n}`,
    title: `Title ${seed % 7}`,
    employer: `Employer ${number(seed, 2, 6)}`,
    words: 120,
    from: 1000 * seed,
    swap: n % 10 === 9 ? 2 : 0,
    source: `source-${number(n, 3, 3)}`,
    region: REGIONS[number(seed, 4, REGIONS.length)],
    soc: SOC[number(seed, 5, SOC.length)],
    seniority: ["entry", "mid", "internship"][number(seed, 6, 3)],
    pay: 40_000 + 100 * number(seed, 7, 300),
    asks: ASKS.filter((_, i) => number(seed, 8 + i, 3) === 0),
    posted_on: day,
    seen_on: day,
    ...more,
  };
};

const several = (from: number, count: number, month: number): GivenPosting[] =>
  Array.from({ length: count }, (_, i) => posting(from + i, month));

const FIRST: Given = {
  postings: [
    ...Array.from({ length: 6 }, (_, month) => several(100 * month, 20, month)).flat(),
    posting(900, 0, { posted_on: null }),
    posting(901, 0, { unread: true }),
  ],
  sightings: [{ id: "p3", source: "source-1", on: "2023-01-20" }],
  crawls: [{ source: "source-1", on: "2023-01-20" }],
};

/** What befalls a lake, night by night: what is new, and whether its batches are merged after it. */
const NIGHTS: (Given & { what: string; merged?: boolean })[] = [
  { what: "a month more, with copies of the month before", postings: several(503, 20, 6) },
  { what: "a late posting of an early month", postings: [posting(950, 1)] },
  {
    what: "another version of an old posting, which names an earlier date",
    postings: [
      posting(305, 3, {
        version: 2,
        posted_on: "2023-02-03",
        seen_on: "2023-06-01",
        asks: ["old required"],
        words: 90,
      }),
    ],
  },
  {
    what: "crawls that close and open again",
    sightings: [
      { id: "p3", source: "source-1", on: "2023-03-20" },
      { id: "p4", source: "source-1", on: "2023-03-20" },
    ],
    crawls: [
      { source: "source-1", on: "2023-02-20" },
      { source: "source-1", on: "2023-03-20" },
      { source: "source-1", on: "2023-04-20" },
    ],
  },
  { what: "a source that nobody had", postings: [posting(960, 4, { source: "newcomer" })] },
  {
    what: "a reading of what was not read, in merged files",
    postings: [posting(901, 0, { seen_on: "2023-01-02" })],
    merged: true,
  },
  {
    what: "an earlier original of what counted until now",
    postings: [posting(104, 0, { id: "p970" }), posting(201, 1, { id: "p971" })],
  },
  {
    what: "an undated one, and a month that is censored",
    postings: [posting(980, 0, { posted_on: null })],
    crawls: [{ source: "source-2", on: "2023-05-20", censored: true }],
  },
  {
    what: "days of crawls that nobody is known to have crawled, and a posting that another source sees",
    sightings: [
      { id: "p4", source: "source-1", on: "2023-05-20" },
      { id: "p5", source: "source-1", on: "2023-05-20" },
      { id: "p3", source: "source-2", on: "2023-05-25" },
    ],
  },
  {
    what: "these crawls, the last of which opens one again and closes another, and the other source's",
    sightings: [{ id: "p5", source: "source-1", on: "2023-06-20" }],
    crawls: [
      { source: "source-1", on: "2023-05-20" },
      { source: "source-1", on: "2023-05-27" },
      { source: "source-1", on: "2023-06-20" },
      { source: "source-2", on: "2023-05-28" },
    ],
  },
  {
    what: "a crawl of a day between others",
    crawls: [{ source: "source-1", on: "2023-02-02" }],
  },
];

describe("a build on top of what was kept", () => {
  it("says what a build from nothing says, night after night", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(FIRST), "night-0");
    await build(dataDir);
    for (const [night, { what, merged, ...given }] of NIGHTS.entries()) {
      await writeLake(dataDir, lakeOf(given), `night-${night + 1}`);
      if (merged) await compact(dataDir, quietEffects());
      await build(dataDir);
      expect(await saidBy(dataDir), what).toEqual(await saidFromNothing(dataDir));
    }
  });

  it("makes only the months anew that something befell", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(FIRST), "night-0");
    const january = 12 * 2023;
    const all = [...Array.from({ length: 6 }, (_, month) => january + month), 99_999];
    expect((await build(dataDir))["marts.mention"]).toEqual(all);
    await writeLake(dataDir, lakeOf({ postings: [posting(950, 1, { words: 40, from: 7 })] }), "night-1");
    const late = await build(dataDir);
    for (const model of ["version", "reading_place", "posting", "demand"])
      expect(late[`intermediate.${model}`], model).toEqual([january + 1]);
    for (const model of ["marts.mention", "marts.posting"]) expect(late[model], model).toEqual([january + 1]);
    await writeLake(dataDir, lakeOf({ crawls: [{ source: "source-1", on: "2023-02-01" }] }), "night-closing");
    expect((await build(dataDir))["intermediate.version"]).toEqual([january]);
    await writeLake(
      dataDir,
      lakeOf({ postings: [posting(951, 2, { source: "newcomer", words: 40, from: 9 })] }),
      "night-2",
    );
    expect((await build(dataDir))["marts.mention"]).toEqual(all);
  });
});

describe("what was kept", () => {
  it("is the same however few postings are made at a time", { timeout: SLOW }, async () => {
    const [few, all] = [emptyFolder(), emptyFolder()];
    for (const dataDir of [few, all]) await writeLake(dataDir, lakeOf(FIRST), "night-0");
    await build(few, { postingsAtATime: 30 });
    await build(all);
    expect(await saidBy(few)).toEqual(await saidBy(all));
  });

  it("is made anew where it cannot be read, and left alone where another build wrote the warehouse", {
    timeout: SLOW,
  }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(FIRST), "night-0");
    await build(dataDir);
    writeFileSync(join(dataDir, "kept.duckdb"), "no database");
    await writeLake(dataDir, lakeOf({ postings: [posting(950, 1)] }), "night-1");
    await build(dataDir);
    expect(await saidBy(dataDir)).toEqual(await saidFromNothing(dataDir));
    await buildWarehouse({ dataDir, taxonomyDir, extractor: EXTRACTOR, taxonomyVersion: "t1", asOf: "2023-03" });
    expect((await build(dataDir))["intermediate.demand"]).toEqual([]);
    expect(await saidBy(dataDir)).toEqual(await saidFromNothing(dataDir));
  });

  it("stays as it was where a check fails", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(FIRST), "night-0");
    await build(dataDir);
    const before = readFileSync(join(dataDir, "kept.duckdb"));
    await writeLake(dataDir, lakeOf({ postings: [posting(950, 1, { asks: ["nobody required"] })] }), "night-1");
    await expect(build(dataDir)).rejects.toThrow("mention-has-entity");
    expect(readFileSync(join(dataDir, "kept.duckdb")).equals(before)).toBe(true);
    expect(readdirSync(dataDir).filter((name) => name.includes("next"))).toEqual([]);
  });
});

describe("runs of slices", () => {
  it("join neighbours up to so many postings, and never what others stand between", () => {
    const sizes = new Map([1, 2, 3, 7, 9].map((slice) => [slice, 10]));
    const all = [1, 2, 3, 7, 9];
    expect(runsOf(all, all, sizes, 100)).toEqual([{ first: 1, last: 9 }]);
    expect(runsOf(all, all, sizes, 25)).toEqual([
      { first: 1, last: 2 },
      { first: 3, last: 7 },
      { first: 9, last: 9 },
    ]);
    expect(runsOf([1, 3, 7], all, sizes, 100)).toEqual([
      { first: 1, last: 1 },
      { first: 3, last: 7 },
    ]);
    expect(runsOf([], all, sizes, 100)).toEqual([]);
  });
});
