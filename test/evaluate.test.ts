import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { evaluateGold, formatEvaluation } from "../pipelines/evaluate.js";
import { readLabels } from "../pipelines/evaluation/labels.js";
import { bootstrapF1, scoreOf } from "../pipelines/evaluation/score.js";
import { inspectPosting } from "../pipelines/inspect.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";

const extractor = createExtractor(loadTaxonomy());
const gold = packagePath("test", "input", "evaluate", "gold.jsonl");

describe("evaluate", () => {
  const report = evaluateGold(gold, extractor);

  it("counts what is right, false and missed by posting", () => {
    expect(report.posting).toMatchObject({ tp: 3, fp: 1, fn: 0, precision: 0.75, recall: 1 });
    expect(
      report.by_certificate.find(({ certificate_id }) => certificate_id === "servsafe-certification"),
    ).toMatchObject({ tp: 0, fp: 1 });
    expect(report.by_source.map(({ source, postings }) => [source, postings])).toEqual([
      ["invented", 2],
      ["other", 1],
    ]);
  });

  it("scores unnamed requests and unknown credentials apart", () => {
    expect(report.unnamed).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    expect({ others: report.others, recognised: report.others_recognised }).toEqual({ others: 1, recognised: 0 });
  });

  it("compares levels where the mention was found", () => {
    expect(report.requirement).toMatchObject({ right: 2, asked: 3 });
    expect(report.confusion).toContainEqual({ want: "mentioned", got: "required", mentions: 1 });
  });

  it("prints every table", () => {
    const text = formatEvaluation(report);
    for (const part of ["3 postings", "unnamed requests", "cisco-ccna", "requirement: 66.7 %"])
      expect(text).toContain(part);
  });

  it("says which line of a gold file is wrong", () => {
    const path = join(mkdtempSync(join(tmpdir(), "gold-")), "gold.jsonl");
    writeFileSync(
      path,
      '{"id":"a","text":"x","certificates":[]}\n{"id":"b","text":"x","certificates":[{"start":-1}]}\n',
    );
    expect(() => evaluateGold(path, extractor)).toThrow(/gold\.jsonl:2: certificates\.0\./);
  });
});

describe("labels without texts", () => {
  const lakeOf = async (): Promise<{
    dataDir: string;
    rows: { posting_id: string; content_hash: string; text: string }[];
  }> => {
    const dataDir = emptyFolder();
    const file = join(dataDir, "postings.ndjson");
    const postings = ["CCNA required.", "No papers needed."].map((text, id) => ({
      requisition: String(id),
      title: "T",
      employer: "E",
      text,
    }));
    writeFileSync(file, postings.map((posting) => JSON.stringify(posting)).join("\n"));
    const imported = await certworth(["import", file, "--format", "ndjson", "--source", "s", "--data", dataDir]);
    expect(imported.code, imported.stderr).toBe(0);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const files = join(dataDir, "lake", "postings", "*", "*.parquet");
    const reader = await connection.runAndReadAll(
      `SELECT posting_id, content_hash, text FROM read_parquet('${files}') ORDER BY text`,
    );
    return { dataDir, rows: reader.getRowObjectsJS() as never };
  };
  const HEAD = "posting_id,content_hash,start,end,entity,requirement";

  it("are scored on the lake's texts; what the lake does not hold so is counted", async () => {
    const { dataDir, rows } = await lakeOf();
    const [asking, plain] = rows;
    const labels = join(dataDir, "labels.csv");
    const lines = [
      `${asking!.posting_id},${asking!.content_hash},0,4,cisco-ccna,preferred`,
      `${plain!.posting_id},${plain!.content_hash},0,0,,`,
      "gone,0123,0,4,cisco-ccna,required",
    ];
    writeFileSync(labels, [HEAD, ...lines].join("\n"));
    const { gold, missing } = await readLabels(labels, dataDir);
    expect(gold.map(({ certificates }) => certificates.map(({ surface }) => surface))).toEqual([["CCNA"], []]);
    expect(missing).toBe(1);
    const printed = await certworth(["evaluate", labels, "--data", dataDir, "--json"]);
    expect(JSON.parse(printed.stdout)).toMatchObject({
      postings: 2,
      missing: 1,
      posting: { tp: 1, fp: 0, fn: 0 },
      requirement: { right: 0, asked: 1 },
    });
    const nothing = await certworth(["evaluate", labels, "--data", emptyFolder()]);
    expect(nothing.code).toBe(2);
    expect(nothing.stderr).toMatch(/holds none of the 3 postings that .*labels\.csv labels/);
  });

  it("are refused with line and field", async () => {
    const labels = join(emptyFolder(), "labels.csv");
    writeFileSync(labels, `${HEAD}\na,b,0,4,cisco-ccna,required\na,b,0,4,cisco-ccna,wanted\n`);
    await expect(readLabels(labels, emptyFolder())).rejects.toThrow(/labels\.csv:3: requirement: /);
    for (const [text, message] of [
      ["", /labels\.csv:1: no column posting_id, .*labels have the columns posting_id,content_hash,/],
      ["id,text\n1,x\n", /labels\.csv:1: no column posting_id, /],
      [`${HEAD}\n`, /labels\.csv: no label below the header/],
      [`${HEAD}\na,b,0,0,,\na,b,0`, /labels\.csv:3: end: /],
    ] as const) {
      writeFileSync(labels, text);
      await expect(readLabels(labels, emptyFolder())).rejects.toThrow(message);
    }
    await expect(readLabels(`${labels}.none`, emptyFolder())).rejects.toThrow(/labels\.csv\.none: no such file/);
  });
});

describe("intervals", () => {
  it("hold the share, and are everything where nothing was tried", () => {
    const score = scoreOf({ tp: 8, fp: 2, fn: 0 });
    expect(score.precision_95.low).toBeLessThan(0.8);
    expect(score.precision_95.high).toBeGreaterThan(0.8);
    expect(scoreOf({ tp: 0, fp: 0, fn: 0 }).recall_95).toEqual({ low: 0, high: 1 });
  });

  it("are drawn the same each time", () => {
    const postings = Array.from({ length: 40 }, (_, at) => ({ tp: at % 3, fp: +(at % 5 === 0), fn: +(at % 7 === 0) }));
    expect(bootstrapF1(postings)).toEqual(bootstrapF1(postings));
    expect(bootstrapF1(postings).low).toBeLessThan(bootstrapF1(postings).high);
  });
});

describe("inspect", () => {
  const posting = { title: "Technician", text: "CCNA or Network+ required." };

  it("marks each mention and says why", () => {
    const lines = inspectPosting(extractor, posting, { color: false }).split("\n");
    expect(lines[0]).toBe("Technician");
    expect(lines[2]).toBe("[CCNA]1 or [Network+]2 required.");
    expect(lines.find((line) => line.includes("cisco-ccna"))).toMatch(
      /0-4 +certificate +cisco-ccna +required +cue "required" +1 +"CCNA" \(any\)/,
    );
  });

  it("colours only where it is asked to", () => {
    expect(inspectPosting(extractor, posting, { color: true })).toContain("\u001b[32m[CCNA]1\u001b[0m");
    expect(inspectPosting(extractor, posting, { color: false })).not.toContain("\u001b");
  });

  it("says so where nothing was found", () => {
    expect(inspectPosting(extractor, { text: "Hello" }, { color: false })).toContain("no certificate or skill found");
  });
});
