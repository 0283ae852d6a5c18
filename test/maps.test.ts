import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { expand } from "../pipelines/corpus.js";
import { jobsFor } from "../pipelines/import/plan.js";
import { checkColumns } from "../pipelines/import/rows.js";
import { committedMap } from "../pipelines/maps/map.js";
import { repaired } from "../pipelines/maps/repair.js";
import { rowReader } from "../pipelines/maps/row-reader.js";
import { formats } from "../pipelines/readers/index.js";
import { documentOf } from "../pipelines/readers/json.js";
import { isRow } from "../pipelines/readers/row.js";
import { platforms } from "../pipelines/sources/index.js";
import { checked, isRefusal } from "../pipelines/sources/parsed.js";

const names = readdirSync(packagePath("pipelines", "maps"))
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length));

test.for(names)("map %s names formats and platforms that there are, and a source", (name) => {
  const map = committedMap(name);
  if (map.format !== undefined) expect([...formats.keys(), ...platforms.keys()]).toContain(map.format);
  for (const answer of map.answers ?? []) expect([...platforms.keys()]).toContain(answer.platform);
  if (name !== "own") expect(map.source).toMatch(/^[a-z0-9][a-z0-9._-]*$/);
  expect(map.columns ?? map.answers ?? platforms.get(map.format ?? "")).toBeDefined();
});

test("what was read as windows-1252, however often, is UTF-8 again; what never was stays", () => {
  expect(repaired("Driverâ€™s licence")).toBe("Driver’s licence");
  expect(repaired('DriverÃ¢â‚¬â„¢s Ã¢â‚¬Å“1"')).toBe('Driver’s “1"');
  for (const text of ["café – “quoted” naïve ÀÉ", "Äpfel für 5 €", "日本語", "plain"])
    expect(repaired(text)).toBe(text);
});

test("a row is read by its map: alternatives, patterns, meanings, hashes, headings", () => {
  const read = rowReader(
    {
      platform: "file",
      repair: "utf8-as-windows-1252",
      constants: { region: "US-NY", pay_currency: "USD", pay_period: "year" },
    },
    {
      requisition: { hash: ["dept", "job.name"] },
      title: ["name", { column: "text", pattern: "^\\s*(\\S+)" }],
      text: ["text", { column: "skills", heading: "Preferred skills" }],
      posted_on: { column: "md", year: "y", format: "MM-DD" },
      locations: ["city", "sites"],
      employment_type: { column: "ft", values: { F: "full_time" } },
      remote: "remote",
      pay_min: "low",
    },
  );
  const { raw } = read({
    line: 1,
    values: {
      dept: "A",
      job: { name: "x" },
      name: " ",
      text: "Cookâ€™s mate\n• knife",
      skills: "HACCP",
      md: "02-29",
      y: 2024,
      city: "Albany",
      sites: ["Troy", "Albany"],
      ft: "P",
      remote: "No",
    },
  });
  expect(raw).toEqual({
    region: "US-NY",
    text: "Cook’s mate\n• knife\n\nPreferred skills\n\nHACCP",
    posted_on: "2024-02-29",
    locations: ["Albany", "Troy"],
    remote: false,
    requisition: expect.stringMatching(/^[0-9a-f]{24}$/),
    title: "Cook’s",
  });
});

const shared = packagePath("..", "shared", "data");
const present = existsSync(shared);
if (!present) process.stdout.write("skipped: maps against real sets, since ../shared/data is not there\n");

/** Rows of each set (of its first file for the long one), and how many of them are dated. */
const SETS: Record<string, { rows: number; dated: number }> = {
  cyber: { rows: 235, dated: 235 },
  electionline: { rows: 1691, dated: 1691 },
  everyday: { rows: 3674, dated: 1960 },
  hn: { rows: 2277, dated: 2277 },
  jobs_et: { rows: 2958, dated: 2958 },
  la_bulletins: { rows: 393, dated: 393 },
  nyc: { rows: 386, dated: 386 },
};

test.skipIf(!present).for(Object.entries(SETS))(
  "map %s takes every row of its set",
  async ([name, { rows, dated }]) => {
    const map = committedMap(name);
    const format = formats.get(map.format ?? "");
    const { columns } = map;
    if (!format || !columns) throw new Error(`${name}: no format or no columns`);
    const [job] = jobsFor(
      (map.paths ?? []).flatMap((path) => expand(shared, path)),
      format.folder,
    );
    if (!job) throw new Error(`${name}: nothing at ${map.paths?.join(", ")}`);
    await checkColumns(job, { map, columns, format, note: () => undefined });
    const read = rowReader(map, columns);
    const count = { rows: 0, dated: 0 };
    for (const file of job.files) {
      for await (const one of format.read(file, {})) {
        const posting = isRow(one) ? checked(read(one).raw, file, one.line) : one;
        if (isRefusal(posting)) throw new Error(JSON.stringify(posting));
        count.rows += 1;
        if (posting.posted_on !== undefined) count.dated += 1;
      }
    }
    expect(count).toEqual({ rows, dated });
  },
);

test.skipIf(!present).for([
  ["usajobs", "usajobs", 742],
  ["nhs_jobs", "jsonld", 2306],
] as const)("answers of %s are read by %s", async ([folder, name, expected]) => {
  const source = { id: folder, platform: name, board: folder, enabled: true };
  let postings = 0;
  for (const job of jobsFor([`${shared}/${folder}`], false)) {
    const { text } = await documentOf(job.path, {});
    const parsed = platforms.get(name)?.parse({ url: job.path, contentType: "", body: text }, source);
    expect(parsed?.refused).toEqual([]);
    expect(parsed?.postings.filter((posting) => posting.posted_on === undefined)).toEqual([]);
    postings += parsed?.postings.length ?? 0;
  }
  expect(postings).toBe(expected);
});

test.skipIf(!present)("every folder of real postings has a map", () => {
  const mapped = new Set(
    names.flatMap((name) =>
      [...(committedMap(name).paths ?? []), ...(committedMap(name).answers ?? []).map(({ file }) => file)].map(
        (path) => path.split("/")[0],
      ),
    ),
  );
  const folders = readdirSync(shared, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // Sentences labelled for skills are no postings.
  expect(folders.map(({ name }) => name).filter((name) => name !== "labelled" && !mapped.has(name))).toEqual([]);
  expect(readFileSync(packagePath("pipelines", "maps", "own.json"), "utf8")).toContain("requisition");
});
