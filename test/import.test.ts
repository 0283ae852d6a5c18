import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { filesBelow } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { expand, importCorpus } from "../pipelines/corpus.js";
import { ImportError } from "../pipelines/import/plan.js";
import { type Lake, openLake } from "../pipelines/lake.js";
import { MapError } from "../pipelines/maps/map.js";
import { type ImportOptions, importFiles } from "../pipelines/stages/import.js";
import { quietEffects } from "./support/effects.js";
import { emptyFolder } from "./support/folder.js";

const input = (name: string): string => packagePath("test", "input", "import", name);

const bring = (lake: Lake, path: string, format: string, more: Partial<ImportOptions> = {}) =>
  importFiles({ lake, effects: quietEffects(), paths: [path], format, ...more });

const stored = async (lake: Lake): Promise<Record<string, unknown>[]> => {
  const files = filesBelow(lake.paths.postings, ".parquet").map((file) => `'${file}'`);
  const connection = await lake.connection();
  const reader = await connection.runAndReadAll(
    `SELECT * FROM read_parquet([${files.join(",")}], hive_partitioning = false) ORDER BY source, requisition, title`,
  );
  return reader.getRowObjectsJson() as Record<string, unknown>[];
};

const quarantined = (lake: Lake): Record<string, unknown>[] =>
  filesBelow(lake.paths.quarantine, ".ndjson.gz").flatMap((file) =>
    gunzipSync(readFileSync(file))
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );

const written = (content: string | Uint8Array, name: string): string => {
  const file = join(emptyFolder(), name);
  writeFileSync(file, content);
  return file;
};

test("our own shape: good rows land, each bad one is quarantined with file, line, field and what would be right", async () => {
  const lake = openLake(emptyFolder());
  const file = input("own.ndjson");
  expect(await bring(lake, file, "ndjson")).toMatchObject({ added: 3, refused: 3, skipped: 0 });
  expect(await stored(lake)).toMatchObject([
    {
      source: "mill",
      board: "mill",
      platform: "file",
      requisition: "1",
      text: "AWS D1.1\n\n- stick\n- TIG",
      posted_on: "2026-02-03",
      posted_on_quality: "stated",
      locations: ["Toledo, OH"],
      pay_min: 21,
      pay_max: 27.5,
      employment_type: "full_time",
      seen_on: "2026-10-31",
    },
    { source: "mill", requisition: "2", text: "Respirator fit test", posted_on: null, posted_on_quality: "unknown" },
    { source: "quay", board: "quay", requisition: "1" },
  ]);
  expect(quarantined(lake)).toMatchObject([
    { where: file, line: 3, field: "text", reason: expect.stringContaining("the advert's words are needed") },
    {
      where: file,
      line: 4,
      field: "posted_on",
      value: "2026-02-31",
      reason: expect.stringContaining("a day of the calendar"),
    },
    {
      where: file,
      line: 5,
      field: "pay_min",
      value: "-3",
      reason: expect.stringContaining("pay_currency: an ISO 4217 code"),
    },
  ]);
});

test("the same content is not imported twice, under whatever name; other content is", async () => {
  const lake = openLake(emptyFolder());
  await bring(lake, input("own.ndjson"), "ndjson", { source: "all" });
  const copy = join(emptyFolder(), "copy.ndjson");
  cpSync(input("own.ndjson"), copy);
  expect(await bring(lake, copy, "ndjson", { source: "all" })).toMatchObject({ skipped: 1, added: 0, batches: [] });
  const longer = written(
    `${readFileSync(copy, "utf8")}{"source":"mill","requisition":"9","title":"Sweeper","text":"Sweeps"}\n`,
    "longer.ndjson",
  );
  expect(await bring(lake, longer, "ndjson", { source: "all" })).toMatchObject({ skipped: 0, added: 1, unchanged: 3 });
  expect(await stored(lake)).toHaveLength(4);
});

test.for(["csv", "json", "csv.gz", "json.gz", "ndjson.gz"])("our own shape as %s", async (name) => {
  const lake = openLake(emptyFolder());
  const rows = [
    {
      source: "mill",
      requisition: "1",
      title: "Welder",
      text: "AWS, D1.1",
      posted_on: "2026-02-03",
      locations: "Toledo; Dayton",
    },
    { source: "mill", requisition: "2", title: "Painter", text: "Respirator\nfit test", posted_on: "", locations: "" },
  ];
  const lines = rows.map((row) =>
    Object.values(row)
      .map((value) => `"${value}"`)
      .join(","),
  );
  const text: Record<string, string> = {
    csv: `source,requisition,title,text,posted_on,locations\n${lines.join("\n")}`,
    json: JSON.stringify(rows),
    ndjson: rows.map((row) => JSON.stringify(row)).join("\n"),
  };
  const format = name.replace(".gz", "");
  const content = text[format] ?? "";
  const file = written(name.endsWith(".gz") ? gzipSync(content) : content, `postings.${name}`);
  expect(await bring(lake, file, format)).toMatchObject({ added: 2, refused: 0 });
  expect(await stored(lake)).toMatchObject([
    { text: "AWS, D1.1", posted_on: "2026-02-03", locations: ["Toledo", "Dayton"] },
    { text: "Respirator\nfit test", posted_on: null, locations: [] },
  ]);
});

test("a map says which column is what; parts of a text stand under headings", async () => {
  const lake = openLake(emptyFolder());
  const file = input("county.csv");
  expect(await bring(lake, file, "csv", { map: input("county-map.json") })).toMatchObject({ added: 2, refused: 3 });
  expect(await stored(lake)).toMatchObject([
    { source: "county", title: expect.any(String), region: "US-OR" },
    { source: "county", title: expect.any(String), region: "US-OR" },
  ]);
  const byTitle = Object.fromEntries((await stored(lake)).map((row) => [row.title, row]));
  expect(byTitle["Plant operator"]).toMatchObject({
    text: "Runs the plant.\n\nMinimum qualifications\n\nGrade II operator licence",
    posted_on: "2026-03-14",
    pay_min: 24.5,
    pay_period: "hour",
  });
  expect(byTitle.Arborist).toMatchObject({ posted_on: "2026-03-02", pay_min: 1024 });
  expect(quarantined(lake)).toMatchObject([
    { line: 3, field: "text" },
    { line: 4, field: "posted_on", value: "2026-02-30" },
    { line: 5, field: "pay_min", value: "lots" },
  ]);
});

test("a wrong map stops everything before any of it is taken", async () => {
  const lake = openLake(emptyFolder());
  const good = written("dept,job,about,minimum,posted,low\nWater,Operator,Runs.,,03/14/2026,\n", "a-good.csv");
  const wrong = written("dept,title,about,minimum,posted,low\nWater,Operator,Runs.,,03/14/2026,\n", "b-wrong.csv");
  const both = importFiles({
    lake,
    effects: quietEffects(),
    paths: [good, wrong],
    format: "csv",
    map: input("county-map.json"),
  });
  await expect(both).rejects.toThrow(MapError);
  await expect(both).rejects.toThrow(
    `${wrong}: no column "job" for requisition; the columns there are: dept, title, about, minimum, posted, low`,
  );
  expect(filesBelow(lake.paths.batches, ".json")).toEqual([]);
  const noText = written('{"requisition":"1","title":"Cook"}\n', "no-text.ndjson");
  await expect(bring(lake, noText, "ndjson")).rejects.toThrow(
    "no column for text or html; the columns there are: requisition, title; a map says which of them holds what (--map FILE)",
  );
});

test("a map with a field that there is not is named by file and field", async () => {
  const lake = openLake(emptyFolder());
  const map = written('{"columns": {"requisition": "id", "title": "job", "txt": "about"}, "colour": 1}', "map.json");
  await expect(bring(lake, input("county.csv"), "csv", { map })).rejects.toThrow(
    /map\.json: columns: .*"txt"[\s\S]*map\.json: map: .*"colour"/,
  );
  const broken = written("{", "broken.json");
  await expect(bring(lake, input("county.csv"), "csv", { map: broken })).rejects.toThrow(`${broken}: `);
});

test("unknown columns of our own shape are named once", async () => {
  const file = written(
    '{"source":"a","requisition":"1","title":"Cook","text":"ServSafe","colour":"red"}\n',
    "own.ndjson",
  );
  const { notes } = await bring(openLake(emptyFolder()), file, "ndjson");
  expect(notes).toEqual([`${file}: unknown columns are left out: colour`]);
});

test.for([["xls", "expected one of adzuna, "]] as const)("--format %s: %s", async ([format, message]) => {
  const wanted = bring(openLake(emptyFolder()), input("own.ndjson"), format);
  await expect(wanted).rejects.toThrow(ImportError);
  await expect(wanted).rejects.toThrow(`--format ${format}: ${message}`);
});

test("what cannot be found, or may not be a source's name, is said before anything is read", async () => {
  const lake = openLake(emptyFolder());
  await expect(bring(lake, "no/such/file", "csv")).rejects.toThrow("no/such/file: no such file or folder");
  await expect(bring(lake, emptyFolder(), "csv")).rejects.toThrow("the folder holds no files");
  await expect(bring(lake, input("own.ndjson"), "ndjson", { source: "../up" })).rejects.toThrow(
    'source "../up": lower-case letters',
  );
});

test("a 50 MB description is refused with its length; its neighbours are taken", async () => {
  const lake = openLake(emptyFolder());
  const row = (id: number, text: string): string =>
    JSON.stringify({ source: "big", requisition: String(id), title: "Cook", text });
  const file = written([row(1, "ServSafe"), row(2, "x".repeat(50_000_000)), row(3, "HACCP")].join("\n"), "big.ndjson");
  expect(await bring(lake, file, "ndjson")).toMatchObject({ added: 2, refused: 1 });
  const [refusal] = quarantined(lake);
  expect(refusal).toMatchObject({
    line: 2,
    field: "text",
    reason: expect.stringContaining("50,000,000 characters; at most 2,000,000"),
  });
  expect(JSON.stringify(refusal).length).toBeLessThan(5000);
});

test("an answer that is not the platform's is quarantined with what was expected; the other files go on", async () => {
  const lake = openLake(emptyFolder());
  const folder = emptyFolder();
  cpSync(input("answers/lever.json"), join(folder, "a.json"));
  cpSync(input("answers/lever-unknown.json"), join(folder, "b.json"));
  expect(await bring(lake, folder, "lever", { source: "clinic" })).toMatchObject({ added: 1, refused: 2 });
  expect(quarantined(lake)).toMatchObject([
    { where: join(folder, "a.json"), field: "title" },
    { where: join(folder, "b.json"), field: "answer", reason: expect.stringContaining("expected a list of postings") },
  ]);
});

test("a list without the adverts' pages refuses each advert for want of a text", async () => {
  const lake = openLake(emptyFolder());
  expect(await bring(lake, input("answers/rippling.json"), "rippling")).toMatchObject({ added: 0, refused: 1 });
  expect(quarantined(lake)).toMatchObject([
    { field: "text", value: "Payroll clerk", reason: expect.stringContaining("which an import does not fetch") },
  ]);
});

test("a folder of JobPosting files is one batch; a broken file costs itself only", async () => {
  const lake = openLake(emptyFolder());
  const folder = emptyFolder();
  cpSync(input("answers/jsonld.json"), join(folder, "1.json"));
  writeFileSync(join(folder, "2.json"), '{"@type": "JobPosting", "title": ');
  writeFileSync(
    join(folder, "3.json.gz"),
    gzipSync('{"@type":"JobPosting","title":"Porter","description":"Moves beds.","url":"https://x.example/3"}'),
  );
  writeFileSync(join(folder, "README.md"), "not data");
  expect(await bring(lake, folder, "jsonld", { source: "nhs" })).toMatchObject({
    batches: [{ source: "nhs" }],
    added: 2,
    refused: 1,
  });
  expect((await stored(lake)).map(({ text }) => text)).toEqual([
    "Moves beds.",
    "NMC registration & enhanced DBS check.",
  ]);
});

test("hn: lines of comments are rows, a thread of the site's API is an answer", async () => {
  const lake = openLake(emptyFolder());
  const lines = written(
    [
      { id: 1, by: "a", posted_at: 1293901121, thread_month: "2011-01", text: "Otter Labs | Network technician\nCCNA" },
      { id: 2, by: "b", posted_at: null, thread_month: "2013-05", text: "SEEKING WORK" },
      { id: 3, by: "c", posted_at: "2022-01-14T21:09:50", thread_month: "2022-01", text: "" },
    ]
      .map((row) => JSON.stringify(row))
      .join("\n"),
    "comments.ndjson",
  );
  expect(await bring(lake, lines, "hn")).toMatchObject({ added: 2, refused: 1 });
  expect(await bring(lake, input("answers/hn.json"), "hn", { source: "hn" })).toMatchObject({ added: 1, refused: 0 });
  expect(await stored(lake)).toMatchObject([
    { requisition: "1", title: "Otter Labs | Network technician", employer: "Otter Labs", posted_on: "2011-01-01" },
    { requisition: "11", title: "Otter Labs | Network technician | Cork, Ireland | ONSITE", posted_on: "2026-03-01" },
    { requisition: "2", title: "SEEKING WORK", employer: null, posted_on: "2013-05-01" },
  ]);
});

test("a corpus: every set with a map that is there, once; a root with none is said", async () => {
  const lake = openLake(emptyFolder());
  const root = emptyFolder();
  mkdirSync(join(root, "la_bulletins"));
  const bulletin =
    "WELDER\t\t\r\n\r\nClass Code:       3796\r\nOpen Date:  10-28-16\r\n\r\nDUTIES\r\n\r\nA Welder welds.\r\n";
  writeFileSync(join(root, "la_bulletins", "WELDER_3796_102816.txt"), bulletin);
  writeFileSync(
    join(root, "la_bulletins", "RANGER_1.txt"),
    Buffer.from(`PARK RANGER\t\t Class Code:      1968\nOpen Date: 1-02-99\nCity\x92s parks\n`, "latin1"),
  );
  expect(await importCorpus({ lake, effects: quietEffects(), root })).toMatchObject({
    added: 2,
    skipped: 0,
    refused: 0,
  });
  expect(await stored(lake)).toMatchObject([
    { title: "PARK RANGER", posted_on: "1999-01-02", text: expect.stringContaining("City’s parks") },
    { title: "WELDER", posted_on: "2016-10-28", employer: "City of Los Angeles", region: "US-CA" },
  ]);
  expect(await importCorpus({ lake, effects: quietEffects(), root })).toMatchObject({ added: 0, skipped: 1 });
  await expect(importCorpus({ lake, effects: quietEffects(), root: emptyFolder() })).rejects.toThrow(
    "none of the files for which there is a map",
  );
});

test("patterns stand for parts of names", () => {
  const root = emptyFolder();
  for (const name of ["a.csv", "b.csv", "b.csv.txt", "c+d.csv"]) writeFileSync(join(root, name), "");
  expect(expand(root, "*.csv")).toEqual(["a.csv", "b.csv", "c+d.csv"].map((name) => join(root, name)));
  expect(expand(root, "c+*")).toEqual([join(root, "c+d.csv")]);
  expect(expand(root, "none/*.csv")).toEqual([]);
});
