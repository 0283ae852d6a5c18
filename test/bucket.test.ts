import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { filesBelow } from "../models/files.js";
import { sqlText } from "../models/sql-text.js";
import { checkData } from "../pipelines/check.js";
import { openLakeAnywhere } from "../pipelines/lake.js";
import { EXIT, withRun } from "../pipelines/run.js";
import { aggregate } from "../pipelines/stages/aggregate.js";
import { build } from "../pipelines/stages/build.js";
import { extract } from "../pipelines/stages/extract.js";
import { importFiles } from "../pipelines/stages/import.js";
import { lakeStatus, readStatus } from "../pipelines/status.js";
import { loadVocabulary, type Vocabulary } from "../pipelines/vocabulary.js";
import { lakeFiles } from "../warehouse/bucket/files.js";
import { buildWarehouse } from "../warehouse/builder.js";
import { type Bucket, lakeAt, noBucket, startBucket } from "./support/bucket/bucket.js";
import { certworth, type Outcome } from "./support/certworth.js";
import { quietEffects } from "./support/effects.js";
import { emptyFolder, persistentFolder } from "./support/folder.js";
import { type GivenPosting, lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";
import { parquetBelow, queryRows } from "./support/query.js";
import { saidBy } from "./support/said.js";

const SLOW = 240_000;
const taxonomyDir = new URL("./input/marts/taxonomy", import.meta.url).pathname;

/** The extractor and the taxonomy that the invented lake is of. */
const vocabulary = { extractor: { version: EXTRACTOR }, taxonomy: { version: "t1" }, taxonomyDir } as Vocabulary;

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

    const sliced = async (dataDir: string) => {
      const made: Record<string, number[]> = {};
      const debug = (facts: object): void => {
        const { model, slices } = facts as { model: string; slices?: number[] };
        if (slices) made[model] = slices;
      };
      const options = { dataDir, taxonomyDir, extractor: EXTRACTOR, taxonomyVersion: "t1", effectsLog: { debug } };
      return { ...(await buildWarehouse(options)), made };
    };

    it("the same warehouse as from a disk, and of a night more only its month", { timeout: SLOW }, async () => {
      const [disk, away] = [emptyFolder(), emptyFolder()];
      const address = bucket.address("built/lake");
      lakeAt(away, `${address}/`);
      await writeLake(disk, first, "night-0");
      await bucket.copy(join(disk, "lake"), address);
      expect((await sliced(disk)).built).toBe(true);
      expect((await sliced(away)).built).toBe(true);
      expect(await saidBy(away)).toEqual(await saidBy(disk));
      expect((await sliced(away)).built).toBe(false);

      await writeLake(disk, lakeOf({ postings: [posting(950, 1)] }), "night-1");
      await bucket.copy(join(disk, "lake"), address);
      expect((await sliced(away)).made["intermediate.demand"]).toEqual([12 * 2023 + 1]);
      await sliced(disk);
      expect(await saidBy(away)).toEqual(await saidBy(disk));

      const counts = async (dataDir: string): Promise<unknown[]> => {
        const { path } = await aggregate({ dataDir, vocabulary, effects: quietEffects() });
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

    /** As the verb does, in this process: starting the command line costs more than what it does here. */
    const bring = async (dataDir: string): Promise<{ added: number; skipped: number }> => {
      const lake = await openLakeAnywhere(dataDir);
      const summary = await importFiles({ lake, effects: quietEffects(), paths: [file()], format: "ndjson" });
      lake.close();
      return { added: summary.added, skipped: summary.skipped };
    };
    const vocabulary = loadVocabulary();
    const read = async (dataDir: string): Promise<{ files: number; postings: number }> => {
      const { files, postings } = await extract({ dataDir, effects: quietEffects(), vocabulary, workers: 0 });
      return { files, postings };
    };
    const built = async (dataDir: string): Promise<boolean> => {
      let made = false;
      await withRun("build", dataDir, quietEffects(), async (run) => {
        made = (await build(run)).built;
        return EXIT.done;
      });
      return made;
    };
    const statusOf = async (dataDir: string) => readStatus(dataDir, new Date(), await lakeStatus(dataDir));

    it("imports the same rows, under the same names", { timeout: SLOW }, async () => {
      expect(await bring(disk())).toEqual({ added: 50 * MONTHS, skipped: 0 });
      expect(await bring(away())).toEqual({ added: 50 * MONTHS, skipped: 0 });
      const local = filesBelow(join(disk(), "lake"), "").map((path) => relative(join(disk(), "lake"), path));
      expect(await names(lake())).toEqual(local.map((name) => `${lake()}/${name}`).sort());
      expect(await rowsBelow(`${lake()}/postings`)).toEqual(await rowsBelow(join(disk(), "lake", "postings")));
      for (const packed of ["quarantine/*.gz", "raw/*/*/*.gz"]) {
        const lines = (place: string) => rowsOf(`FROM read_json(${sqlText(`${place}/${packed}`)}) ORDER BY ALL`);
        expect(await lines(lake())).toEqual(await lines(join(disk(), "lake")));
      }
      expect(await bring(away())).toEqual({ added: 0, skipped: 1 });
      expect(await checkData(away(), false)).toEqual([]);
      const { quarantined } = await statusOf(away());
      expect(quarantined).toMatchObject([{ rows: 1 }]);
      expect(quarantined).toEqual((await statusOf(disk())).quarantined);
    });

    it("goes on where a server that failed in the middle ended an extraction", { timeout: SLOW }, async () => {
      await read(disk());
      bucket.line.cut("PUT /county/read/lake/extractions/");
      const failed = await run(away(), ["extract", "--workers", "1"]);
      expect(bucket.line.isCut).toBe(true);
      expect(failed.code).toBe(1);
      expect(failed.stderr).toMatch(
        /the server cannot be reached or fails; nothing that was under way counts.* run again/,
      );
      bucket.line.mend();
      expect(await names(`${lake()}/extractions`)).toEqual([]);
      expect(await read(away())).toEqual({ files: MONTHS, postings: 50 * MONTHS });
      expect(await factsAway()).toEqual(await rowsBelow(join(disk(), "lake", "extractions")));
      expect(await read(away())).toEqual({ files: 0, postings: 0 });
    });

    it("says what is wrong with key, bucket, address and extension", { timeout: SLOW }, async () => {
      const wrongKey = "a secret that is wrong";
      const refused = await run(away(), ["extract"], { AWS_SECRET_ACCESS_KEY: wrongKey });
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain("the server refuses; set AWS_ACCESS_KEY_ID");
      for (const hidden of [wrongKey, bucket.env.AWS_SECRET_ACCESS_KEY!]) expect(refused.stderr).not.toContain(hidden);
      const elsewhere = emptyFolder();
      lakeAt(elsewhere, "s3://nobody-has-it/lake");
      await expect(lakeFiles(elsewhere)).rejects.toThrow("there is no such bucket");
      vi.stubEnv("AWS_ENDPOINT_URL", "storage.example.org");
      await expect(lakeFiles(away())).rejects.toThrow('"storage.example.org": expected is an address such as https://');
      vi.stubEnv("CERTWORTH_HTTPFS", "/nowhere/httpfs");
      await expect(lakeFiles(away())).rejects.toThrow(/needs DuckDB's extension httpfs \d.*pip download duckdb-ext/);
      vi.unstubAllEnvs();
    });

    it("names a file that was cut, and reads it when it is whole again", { timeout: SLOW }, async () => {
      const [local = ""] = filesBelow(join(disk(), "lake", "extractions"), ".parquet");
      const cut = `${lake()}/${relative(join(disk(), "lake"), local)}`;
      const whole = readFileSync(local);
      await bucket.write(cut, whole.subarray(0, whole.length / 2));
      await expect(built(away())).rejects.toThrow(`${cut}: cannot be read`);
      expect(existsSync(join(away(), "warehouse.duckdb"))).toBe(false);
      expect(await checkData(away(), false)).toMatchObject([{ file: cut, canBeMadeAgain: true }]);
      await bucket.write(cut, whole);
      expect(await built(away())).toBe(true);
    });
  });
});
