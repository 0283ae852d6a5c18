import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findCandidates } from "../extractors/candidates.js";
import { createExtractor } from "../extractors/extraction.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { mineCandidates } from "../pipelines/stages/candidates.js";
import { candidateLines, nearestFinder, readCandidates } from "../pipelines/taxonomy/candidates.js";
import { buildWarehouse } from "../warehouse/builder.js";
import { runQuery } from "../warehouse/query.js";
import { quietEffects } from "./support/effects.js";
import { emptyFolder } from "./support/folder.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";

/** A line is `text => form: surface | form: surface`; nothing behind the arrow means that no candidate is in it. */
const lines = readFileSync(new URL("./input/candidates.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.includes(" =>"));
const taxonomy = loadTaxonomy();
const extractor = createExtractor(taxonomy);

describe("findCandidates", () => {
  it.each(lines)("%s", (line) => {
    const [text = "", expected = ""] = line.split(/ =>\s?/);
    const found = findCandidates(text, extractor.extract({ text }).mentions);
    expect(found.map(({ form, surface }) => `${form}: ${surface}`).join(" | ")).toBe(expected);
    for (const { start, end, surface } of found) expect(text.slice(start, end)).toBe(surface);
  });

  it("gives spellings of one name one name", () => {
    const names = ["Zorb Handler Licence", "zorb handler licenses", "Zorb-Handler License"].flatMap((words) =>
      findCandidates(`A valid ${words}.`, []).map(({ name }) => name),
    );
    expect(names).toEqual(["zorb handler license", "zorb handler license", "zorb handler license"]);
  });

  it("leaves out what was recognised, and asks again where the request named nothing", () => {
    const text = "Zorb Rescue certification required.";
    const mention = { kind: "certificate", start: 0, end: 25 };
    expect(findCandidates(text, [{ ...mention, entity: "zorb-rescue" }])).toEqual([]);
    expect(findCandidates(text, [{ ...mention, entity: "generic-certification" }])).toHaveLength(1);
  });

  it("takes time in proportion to the text", () => {
    const hostile = [
      "Certified ",
      "Aa Bb ",
      "license, ",
      "(ABC) certification ",
      "certifications (",
      "Level 2 NVQ in ",
    ];
    const cpu = (text: string): number => {
      const before = process.cpuUsage();
      findCandidates(text, []);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    for (const piece of hostile) {
      const short = piece.repeat(2_000);
      cpu(short);
      const best = (text: string): number => Math.min(...Array.from({ length: 5 }, () => cpu(text)));
      expect(best(short.repeat(8)), piece).toBeLessThan(40 * Math.max(best(short), 500));
    }
  });
});

const posting = (id: string, more: Record<string, unknown>): Record<string, unknown> => ({
  posting_id: id,
  content_hash: `hash-${id}`,
  facts_hash: `facts-${id}`,
  source: "archive",
  platform: "archive",
  board: "archive",
  requisition: id,
  title: "Rescuer",
  locations: [],
  posted_on_quality: "stated",
  seen_on: "2026-03-01",
  ...more,
});

const lakeOfRescuers = async (): Promise<string> => {
  const dataDir = emptyFolder();
  const asked = [
    "Zorb Rescue certification required for the hills.",
    "You hold a Zorb Rescue Certification or a CCNA.",
  ];
  const postings = asked.map((text, i) =>
    posting(`p${i}`, { text, employer: `Employer ${i}`, posted_on: `2026-0${i + 1}-15` }),
  );
  const extractions = asked.map((_, i) => ({
    posting_id: `p${i}`,
    content_hash: `hash-p${i}`,
    extractor: EXTRACTOR,
    lang: "en",
    equivalent_experience: false,
    mentions: [],
  }));
  await writeLake(dataDir, { postings, extractions });
  return dataDir;
};

describe("the stage", () => {
  const options = (dataDir: string) => ({ dataDir, effects: quietEffects(), extractor: EXTRACTOR, taxonomy });

  it("mines what has facts, once, and says what recurs, where and when", async () => {
    const dataDir = await lakeOfRescuers();
    expect(await mineCandidates(options(dataDir))).toMatchObject({ files: 1, postings: 2, candidates: 2 });
    expect(await mineCandidates(options(dataDir))).toMatchObject({ files: 0, skipped: 1 });
    const query = { dataDir, extractor: EXTRACTOR, min: 2, quotes: true };
    const [row, ...others] = await readCandidates(query, taxonomy);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ name: "zorb rescue certification", forms: ["noun"], postings: 2, employers: 2 });
    expect(row).toMatchObject({ first_month: "2026-01", last_month: "2026-02" });
    expect(row?.examples[0]).toBe("You hold a Zorb Rescue Certification or a CCNA.");
    expect(candidateLines([row!])).toHaveLength(4);
    const [unquoted] = await readCandidates({ ...query, quotes: false }, taxonomy);
    expect(unquoted?.examples).toEqual([]);
    expect(await readCandidates({ ...query, min: 3 }, taxonomy)).toEqual([]);
  });

  it("finds nothing in a lake without facts", async () => {
    const dataDir = emptyFolder();
    expect(await mineCandidates(options(dataDir))).toMatchObject({ files: 0, postings: 0 });
    expect(
      candidateLines(await readCandidates({ dataDir, extractor: EXTRACTOR, min: 1, quotes: true }, taxonomy)),
    ).toEqual(["no candidates"]);
  });

  it("leaves the mart empty where it never ran", { timeout: 60_000 }, async () => {
    const dataDir = await lakeOfRescuers();
    const taxonomyDir = new URL("./input/marts/taxonomy", import.meta.url).pathname;
    await buildWarehouse({ dataDir, taxonomyDir, extractor: EXTRACTOR, taxonomyVersion: "t1" });
    const found = await runQuery({
      dataDir,
      sql: "SELECT count(*)::INTEGER AS n FROM marts.certificate_candidate",
      format: "json",
    });
    expect(JSON.parse(found ?? "")).toEqual([{ n: 0 }]);
  });
});

it("fills the mart once it ran", { timeout: 60_000 }, async () => {
  const dataDir = await lakeOfRescuers();
  await mineCandidates({ dataDir, effects: quietEffects(), extractor: EXTRACTOR, taxonomy });
  const taxonomyDir = new URL("./input/marts/taxonomy", import.meta.url).pathname;
  await buildWarehouse({ dataDir, taxonomyDir, extractor: EXTRACTOR, taxonomyVersion: "t1" });
  const found = await runQuery({ dataDir, sql: "FROM marts.certificate_candidate", format: "json" });
  expect(JSON.parse(found ?? "")).toEqual([
    {
      name: "zorb rescue certification",
      forms: ["noun"],
      postings: 2,
      employers: 2,
      sources: ["archive"],
      first_seen: "2026-01-15",
      last_seen: "2026-02-15",
      examples: [
        "You hold a Zorb Rescue Certification or a CCNA.",
        "Zorb Rescue certification required for the hills.",
      ],
    },
  ]);
});

describe("nearest", () => {
  it("is the certificate that shares most words, or none", () => {
    const nearest = nearestFinder(taxonomy);
    expect(nearest("certified rehabilitation counselor")).toBe("rehab-counselor-crc");
    expect(nearest("zorb rescue")).toBeNull();
  });
});
