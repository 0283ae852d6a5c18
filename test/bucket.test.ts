import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesBelow } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { aggregate } from "../pipelines/stages/aggregate.js";
import { buildWarehouse } from "../warehouse/builder.js";
import { readModels } from "../warehouse/model.js";
import { type Bucket, lakeAt, noBucket, startBucket } from "./support/bucket/bucket.js";
import { certworth, type Outcome } from "./support/certworth.js";
import { quietEffects } from "./support/effects.js";
import { emptyFolder, persistentFolder } from "./support/folder.js";
import { type GivenPosting, lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";
import { parquetBelow, queryRows } from "./support/query.js";

const SLOW = 240_000;
const taxonomyDir = new URL("./input/marts/taxonomy", import.meta.url).pathname;
const MARTS = readModels(packagePath("warehouse")).filter(({ layer }) => layer === "marts");

const missing = noBucket();
if (missing !== null) process.stdout.write(`test/bucket.test.ts skips: ${missing}\n`);

const home = persistentFolder();
let bucket: Bucket;

describe.skipIf(missing !== null)("a lake in a bucket", () => {
  beforeAll(async () => {
    bucket = await startBucket(home());
  });
  afterAll(() => bucket.close());

  const rowsOf = async (sql: string): Promise<unknown[]> =>
    (await bucket.connection.runAndReadAll(sql)).getRowObjectsJson();
  const rowsBelow = (address: string): Promise<unknown[]> =>
    rowsOf(`SELECT * EXCLUDE (filename), regexp_extract(filename, '[^/]*/[^/]*$') AS file
      FROM read_parquet(${sqlText(`${address}/**/*.parquet`)}, filename = true, hive_partitioning = false)
      ORDER BY posting_id, file`);
  const names = async (address: string): Promise<unknown[]> =>
    (await rowsOf(`FROM glob(${sqlText(`${address}/**`)})`)).map((row) => (row as { file: string }).file);

  describe("builds", () => {
    const posting = (n: number, month: number): GivenPosting => ({
      id: `p${n}`,
      title: `Title ${n % 7}`,
      employer: `Employer ${n % 5}`,
      words: 120,
      from: 1000 * (n % 5 === 4 ? n - 1 : n),
      source: `source-${n % 3}`,
      region: ["US-CA", "US-TX", "GB"][n % 3],
      soc: ["15-1232", "29-1141", "43-9021"][n % 3],
      pay: 40_000 + 100 * (n % 50),
      asks: [["net-one required"], ["typing preferred", "old required"], []][n % 3]!,
      posted_on: `2023-0${1 + month}-${10 + (n % 15)}`,
      seen_on: `2023-0${1 + month}-${10 + (n % 15)}`,
    });
    const months = (count: number, from = 0): GivenPosting[] =>
      Array.from({ length: count * 20 }, (_, n) => posting(20 * from + n, from + Math.floor(n / 20)));
    const first = lakeOf({
      postings: months(6),
      sightings: [{ id: "p3", source: "source-0", on: "2023-02-20" }],
      crawls: [{ source: "source-0", on: "2023-02-20" }],
      refusals: [
        { source: "source-1", batch: "night-0", where: "row 1", field: "title", value: "", reason: "is empty" },
      ],
    });

    const build = async (dataDir: string) => {
      const made: Record<string, number[]> = {};
      const debug = (facts: object): void => {
        const { model, slices } = facts as { model: string; slices?: number[] };
        if (slices) made[model] = slices;
      };
      const options = { dataDir, taxonomyDir, extractor: EXTRACTOR, taxonomyVersion: "t1", effectsLog: { debug } };
      return { ...(await buildWarehouse(options)), made };
    };
    const saidBy = async (dataDir: string): Promise<Record<string, string[]>> => {
      const path = join(dataDir, "warehouse.duckdb");
      const said: Record<string, string[]> = {};
      for (const { id } of MARTS)
        said[id] = (await queryRows<object>(`FROM ${id}`, { path })).map((row) => JSON.stringify(row)).sort();
      return said;
    };

    it("the same warehouse as from a disk, and of a night more only its month", { timeout: SLOW }, async () => {
      const [disk, away] = [emptyFolder(), emptyFolder()];
      const address = bucket.address("built/lake");
      lakeAt(away, `${address}/`);
      await writeLake(disk, first, "night-0");
      await bucket.copy(join(disk, "lake"), address);
      expect((await build(disk)).built).toBe(true);
      expect((await build(away)).built).toBe(true);
      expect(await saidBy(away)).toEqual(await saidBy(disk));
      expect((await build(away)).built).toBe(false);

      await writeLake(disk, lakeOf({ postings: [posting(950, 1)] }), "night-1");
      await bucket.copy(join(disk, "lake"), address);
      expect((await build(away)).made["intermediate.demand"]).toEqual([12 * 2023 + 1]);
      await build(disk);
      expect(await saidBy(away)).toEqual(await saidBy(disk));

      const counts = async (dataDir: string): Promise<unknown[]> => {
        const { path } = await aggregate({ dataDir, extractor: EXTRACTOR, effects: quietEffects() });
        return queryRows(`FROM ${parquetBelow(join(path, "ask_month"))} ORDER BY ALL`);
      };
      const counted = await counts(away);
      expect(counted.length).toBeGreaterThan(10);
      expect(counted).toEqual(await counts(disk));
      expect(readdirSync(away)).not.toContain("s3:");
    });
  });

  describe("is read and written", () => {
    const MONTHS = 6;
    const file = () => join(home(), "postings.ndjson");
    const [disk, away] = [() => join(home(), "disk"), () => join(home(), "away")];
    const lake = () => bucket.address("read/lake");
    const run = (dataDir: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> =>
      certworth([...args, "--data", dataDir, "--log-level", "error"], { env: { ...bucket.env, ...env }, cwd: home() });
    const done = async (dataDir: string, ...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await run(dataDir, args);
      expect(code, stderr).toBe(0);
      return stdout;
    };
    const factsAway = () => rowsBelow(`${lake()}/extractions`);

    beforeAll(() => {
      mkdirSync(away(), { recursive: true });
      lakeAt(away(), lake());
      const rows = Array.from({ length: 50 * MONTHS }, (_, i) => ({
        source: "archive",
        requisition: `r${i}`,
        title: "Technician",
        employer: "Acme",
        html: `<p>Vacancy ${i}: <b>CompTIA A+</b> certification required, forklift certified preferred.</p>`,
        posted_on: `2024-0${1 + (i % MONTHS)}-10`,
      }));
      const bad = { source: "archive", requisition: "bad", title: "", text: "No title." };
      writeFileSync(file(), [...rows, bad].map((row) => `${JSON.stringify(row)}\n`).join(""));
    });

    it("imports the same rows, under the same names", { timeout: SLOW }, async () => {
      const args = ["import", file(), "--format", "ndjson"];
      expect(await done(disk(), ...args)).toContain("Imported 300 new postings");
      expect(await done(away(), ...args)).toContain("Imported 300 new postings");
      const local = filesBelow(join(disk(), "lake"), "").map((path) => relative(join(disk(), "lake"), path));
      expect(await names(lake())).toEqual(local.map((name) => `${lake()}/${name}`).sort());
      expect(await rowsBelow(`${lake()}/postings`)).toEqual(await rowsBelow(join(disk(), "lake", "postings")));
      for (const packed of ["quarantine/*.gz", "raw/*/*/*.gz"]) {
        const lines = (place: string) => rowsOf(`FROM read_json(${sqlText(`${place}/${packed}`)}) ORDER BY ALL`);
        expect(await lines(lake())).toEqual(await lines(join(disk(), "lake")));
      }
      expect(await done(away(), ...args)).toContain("1 inputs were imported before");
      expect(await done(away(), "check")).toContain("Every file can be read.");
      const quarantine = async (dataDir: string) => JSON.parse(await done(dataDir, "status", "--json")).quarantined;
      expect(await quarantine(away())).toEqual(await quarantine(disk()));
    });

    it("goes on where a server that failed in the middle ended an extraction", { timeout: SLOW }, async () => {
      await done(disk(), "extract");
      bucket.line.cut("PUT /county/read/lake/extractions/");
      const failed = await run(away(), ["extract", "--workers", "1"]);
      expect(bucket.line.isCut).toBe(true);
      expect(failed.code).toBe(1);
      expect(failed.stderr).toMatch(
        /the server cannot be reached or fails; nothing that was under way counts.* run again/,
      );
      bucket.line.mend();
      expect(await names(`${lake()}/extractions`)).toEqual([]);
      expect(await done(away(), "extract", "--workers", "2")).toContain("from 300 postings");
      expect(await factsAway()).toEqual(await rowsBelow(join(disk(), "lake", "extractions")));
      expect(await done(away(), "extract")).toContain("Nothing to do");
    });

    it("says what is wrong with key, bucket, place, extension and files", { timeout: SLOW }, async () => {
      const secret = "a secret that is wrong";
      const wrong = await run(away(), ["extract"], { AWS_SECRET_ACCESS_KEY: secret });
      expect(wrong.code).toBe(1);
      expect(wrong.stderr).toContain("the server refuses; set AWS_ACCESS_KEY_ID");
      const lacking = await run(away(), ["extract"], { CERTWORTH_HTTPFS: "/nowhere/httpfs" });
      expect(lacking.code).toBe(2);
      expect(lacking.stderr).toMatch(/needs DuckDB's extension httpfs \d.*pip download duckdb-extension-httpfs==/);
      const astray = await run(away(), ["extract"], { AWS_ENDPOINT_URL: "storage.example.org" });
      expect(astray.code).toBe(2);
      expect(astray.stderr).toContain(
        'AWS_ENDPOINT_URL="storage.example.org": expected is an address such as https://',
      );
      const elsewhere = emptyFolder();
      lakeAt(elsewhere, "s3://nobody-has-it/lake");
      const nowhere = await run(elsewhere, ["build"]);
      expect(nowhere.stderr).toContain("there is no such bucket");
      lakeAt(elsewhere, "gs://county/lake");
      const strange = await run(elsewhere, ["build"]);
      expect(strange.code).toBe(2);
      expect(strange.stderr).toContain('"gs://county/lake" is no place of a lake');
      for (const { stderr } of [wrong, lacking, astray, nowhere, strange])
        for (const hidden of [secret, bucket.env.AWS_SECRET_ACCESS_KEY!]) expect(stderr).not.toContain(hidden);
    });

    it("names a file that was cut, and reads it when it is whole again", { timeout: SLOW }, async () => {
      const [local = ""] = filesBelow(join(disk(), "lake", "extractions"), ".parquet");
      const cut = `${lake()}/${relative(join(disk(), "lake"), local)}`;
      const whole = readFileSync(local);
      await bucket.write(cut, whole.subarray(0, whole.length / 2));
      const failed = await run(away(), ["build"]);
      expect(failed.code).toBe(1);
      expect(failed.stderr).toContain(`${cut}: cannot be read`);
      expect(existsSync(join(away(), "warehouse.duckdb"))).toBe(false);
      const checked = await run(away(), ["check"]);
      expect(checked.code).toBe(1);
      expect(checked.stdout).toContain(`${cut}: `);
      await bucket.write(cut, whole);
      expect(await done(away(), "build")).toContain("checks passed");
    });
  });
});
