import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { type BuildOptions, buildWarehouse, ChecksFailed, CODED_MODELS } from "../warehouse/builder.js";
import { buildOrder, headOf, readModels, type Slices } from "../warehouse/model.js";
import { runQuery } from "../warehouse/query.js";
import { wilson } from "../warehouse/statistics/wilson.js";
import { emptyFolder } from "./support/folder.js";
import { lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";
import { buildSampleWarehouse, sampleRows } from "./support/sample-lake.js";

const SLOW = 60_000;
const TAXONOMY = new URL("./input/marts/taxonomy", import.meta.url).pathname;

const options = (dataDir: string, more: Partial<BuildOptions> = {}): BuildOptions => ({
  dataDir,
  taxonomyDir: TAXONOMY,
  extractor: EXTRACTOR,
  taxonomyVersion: "t1",
  ...more,
});

const oneAsk = { postings: [{ id: "a", posted_on: "2024-01-05", asks: ["net-one required"] }] };

const ask = (dataDir: string, sql: string): Promise<unknown> =>
  runQuery({ dataDir, sql, format: "json" }).then((text) => JSON.parse(text ?? "null"));

describe("build", () => {
  it("does nothing where the lake did not change, and builds again where anything did", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(oneAsk));
    const first = await buildWarehouse(options(dataDir));
    expect(first).toMatchObject({ built: true, path: join(dataDir, "warehouse.duckdb") });
    expect(first.checks.length).toBeGreaterThan(40);
    expect(await buildWarehouse(options(dataDir))).toMatchObject({
      built: false,
      fingerprint: first.fingerprint,
      checks: [],
    });

    expect((await buildWarehouse(options(dataDir, { taxonomyVersion: "t2" }))).built).toBe(true);
    await writeLake(dataDir, lakeOf({ postings: [{ id: "b", posted_on: "2024-02-05" }] }), "b2");
    expect((await buildWarehouse(options(dataDir, { taxonomyVersion: "t2" }))).built).toBe(true);
    expect(await ask(dataDir, "SELECT count(*) AS n FROM marts.posting")).toEqual([{ n: 2 }]);
    expect(readdirSync(dataDir).filter((name) => name.startsWith("warehouse"))).toEqual(["warehouse.duckdb"]);
  });

  it("as of a month knows nothing of later postings, and is another build", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    const later = { id: "b", posted_on: "2024-02-01", asks: ["net-two required"] };
    const undated = { id: "c", seen_on: "2024-12-31" };
    await writeLake(dataDir, lakeOf({ postings: [...oneAsk.postings, later, undated] }));
    await buildWarehouse(options(dataDir));
    const ids = () => ask(dataDir, "SELECT posting_id AS id FROM marts.posting ORDER BY id");
    expect(await ids()).toEqual([{ id: "a" }, { id: "b" }, { id: "c" }]);
    expect((await buildWarehouse(options(dataDir, { asOf: "2024-01" }))).built).toBe(true);
    expect(await ids()).toEqual([{ id: "a" }]);
    expect(await ask(dataDir, "SELECT DISTINCT as_of FROM marts.certificate_signal")).toEqual([
      { as_of: "2024-01-01" },
    ]);
    expect((await buildWarehouse(options(dataDir, { asOf: "2024-01" }))).built).toBe(false);
    expect((await buildWarehouse(options(dataDir, { asOf: "2024-02" }))).built).toBe(true);
    expect(await ids()).toEqual([{ id: "a" }, { id: "b" }]);
  });

  it("counts a crawl as a change, but not another run of the ledger", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(oneAsk));
    await buildWarehouse(options(dataDir));
    const run = {
      run_id: "r1",
      verb: "build",
      started_at: "2024-03-01T00:00:00Z",
      exit_code: 0,
      counts: {},
      stages: [],
    };
    writeFileSync(join(dataDir, "runs", "r1.json"), JSON.stringify(run));
    expect((await buildWarehouse(options(dataDir))).built).toBe(false);
    const outcome = { source_id: "archive", date: "2024-01-31", censored: true };
    writeFileSync(join(dataDir, "lake", "batches", "c1.json"), JSON.stringify({ batch: "c1", added: 0, outcome }));
    expect((await buildWarehouse(options(dataDir))).built).toBe(true);
    expect(await ask(dataDir, "SELECT run_id FROM marts.run")).toEqual([{ run_id: "r1" }]);
    expect(await ask(dataDir, "SELECT count(*) AS n FROM marts.certificate_month")).toEqual([{ n: 0 }]);
  });

  it("gives equal warehouses for equal lakes", { timeout: 3 * SLOW }, async () => {
    const dump = async (dataDir: string): Promise<string[]> => {
      await writeLake(dataDir, sampleRows({ postings: 600, months: 40 }));
      await buildWarehouse(options(dataDir, { taxonomyDir: packagePath("models", "taxonomy") }));
      const marts = readModels(packagePath("warehouse")).filter(({ layer }) => layer === "marts");
      const rows = marts.map(({ id }) => runQuery({ dataDir, sql: `FROM ${id}`, format: "ndjson" }));
      return (await Promise.all(rows)).map((text) => text ?? "");
    };
    const [one, two] = [await dump(emptyFolder()), await dump(emptyFolder())];
    expect(one.join("").length).toBeGreaterThan(100_000);
    expect(two).toEqual(one);
  });

  it("builds from a data directory without a lake", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    expect((await buildWarehouse(options(dataDir))).built).toBe(true);
    expect(await ask(dataDir, "SELECT value FROM marts.meta WHERE key = 'simulated'")).toEqual([{ value: "false" }]);
  });

  it("leaves out files of a batch that has no marker", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(oneAsk), "whole");
    await writeLake(dataDir, lakeOf({ postings: [{ id: "b" }] }), "torn");
    rmSync(join(dataDir, "lake", "batches", "torn.json"));
    await buildWarehouse(options(dataDir));
    expect(await ask(dataDir, "SELECT posting_id AS id FROM marts.posting")).toEqual([{ id: "a" }]);
  });

  it("leaves the old warehouse where a check fails, and says which row failed it", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(oneAsk));
    await buildWarehouse(options(dataDir));
    const before = readFileSync(join(dataDir, "warehouse.duckdb"));
    const unknown = lakeOf({ postings: [{ id: "b", posted_on: "2024-02-05", asks: ["no-such-skill required"] }] });
    await writeLake(dataDir, unknown, "b2");
    const failure = await buildWarehouse(options(dataDir)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ChecksFailed);
    expect((failure as ChecksFailed).failed.map(({ name }) => name)).toEqual(["mention-has-entity"]);
    expect((failure as ChecksFailed).message).toContain('"entity":"no-such-skill"');
    expect(readFileSync(join(dataDir, "warehouse.duckdb")).equals(before)).toBe(true);
    expect(readdirSync(dataDir).filter((name) => name.startsWith("warehouse"))).toEqual(["warehouse.duckdb"]);
  });

  it("goes on without a record of the ledger that is not JSON", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(oneAsk));
    writeFileSync(join(dataDir, "runs", "r1.json"), '{"run_id": "r1",');
    expect((await buildWarehouse(options(dataDir))).built).toBe(true);
    expect(await ask(dataDir, "SELECT run_id FROM marts.run WHERE run_id = 'r1'")).toEqual([]);
  });

  it("finds planted trends", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await buildSampleWarehouse(dataDir, { postings: 12_000 });
    const signals = (await ask(
      dataDir,
      "SELECT certificate_id AS id, status, slope_low AS low, slope_high AS high FROM marts.certificate_signal WHERE evidence > 0",
    )) as { id: string; status: string; low: number; high: number }[];
    const of = new Map(signals.map((signal) => [signal.id, signal]));
    expect(of.get("cisco-ccna")!.status).toBe("stable");
    expect(of.get("comptia-a-plus")!.status).toBe("stable");
    expect(of.get("aws-cloud-practitioner")!.status).toBe("growing");
    expect(of.get("data-entry-certificate")!.status).toBe("fading");
    expect(of.get("microsoft-mta")!.status).toBe("retired by issuer");
    expect(of.get("pmi-pmp")!.status).toBe("insufficient evidence");
    expect(of.get("cisco-ccna")!.low).toBeLessThan(0);
    expect(of.get("cisco-ccna")!.high).toBeGreaterThan(0);
  });
});

describe("models", () => {
  const models = readModels(packagePath("warehouse"));

  it("stand in an order in which each comes after what it reads", () => {
    const order = buildOrder([...models, ...CODED_MODELS]).map(({ id }) => id);
    for (const { id, reads } of models)
      for (const read of reads) expect(order.indexOf(read), `${id} reads ${read}`).toBeLessThan(order.indexOf(id));
  });

  it("may not read a higher layer, each other, what is not there, or slice by slice what is kept by years", () => {
    const model = (id: string, reads: string[], by?: Slices["by"]) => {
      const slices = by ? { by, made: "by slices" as const } : null;
      return { id, layer: id.split(".")[0] as "marts", reads, slices };
    };
    expect(() => buildOrder([model("staging.a", ["marts.b"]), model("marts.b", [])])).toThrow(
      "its own layer and lower ones only",
    );
    expect(() => buildOrder([model("marts.a", ["marts.b"]), model("marts.b", ["marts.a"])])).toThrow(
      "marts.a -> marts.b -> marts.a",
    );
    expect(() => buildOrder([model("marts.a", ["marts.x"])])).toThrow("marts.a reads marts.x, which does not exist");
    const [years, months] = [model("marts.y", [], "year"), model("marts.m", ["marts.y"], "month")];
    expect(() => buildOrder([years, months])).toThrow("marts.m reads marts.y, which is kept by years");
    expect(buildOrder([{ ...months, slices: null }, years])).toHaveLength(2);
  });

  it("of marts have a key and name only columns that exist", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await buildWarehouse(options(dataDir));
    for (const mart of models.filter(({ layer }) => layer === "marts")) {
      expect(mart.key, mart.id).not.toEqual([]);
      const sql = `SELECT column_name AS name, comment FROM duckdb_columns() WHERE table_name = ${sqlText(mart.name)}`;
      const columns = (await ask(dataDir, sql)) as { name: string; comment: string | null }[];
      for (const [name, text] of mart.columns)
        expect(columns, `${mart.id}.${name}`).toContainEqual({ name, comment: text });
    }
  });

  it("say their grain in the head", () => {
    expect(headOf("-- One row.\n-- key: a\nSELECT 1 -- no head\n")).toEqual(["One row.", "key: a"]);
    for (const { id, description } of models) expect(description, id).toMatch(/^One row per /);
  });
});

describe("macros", () => {
  it("give Wilson's interval as the statistics do", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(readFileSync(packagePath("warehouse", "macros.sql"), "utf8"));
    for (const [k, n] of [
      [0, 10],
      [3, 65],
      [10, 10],
      [81, 263],
      [0.435, 2],
      [1, 90_000],
      [767_094, 786_683],
    ] as const) {
      const sql = `SELECT wilson_low(${k}, ${n}) AS low, wilson_high(${k}, ${n}) AS high`;
      const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJson() as { low: number; high: number }[];
      const { low, high } = wilson(k, n);
      expect(row!.low, `${k} of ${n}`).toBeCloseTo(low, 9);
      expect(row!.high, `${k} of ${n}`).toBeCloseTo(high, 9);
    }
  });

  it.each([
    ["Acme, Inc.", "acme"],
    ["ACME Holding Co. Ltd", "acme holding"],
    ["Café Zoë GmbH", "café zoë"],
    ["Inc.", "inc"],
    ["--", null],
  ])("know the employer %s", async (employer, key) => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(readFileSync(packagePath("warehouse", "macros.sql"), "utf8"));
    const reader = await connection.runAndReadAll(`SELECT employer_key(${sqlText(employer)})`);
    expect(reader.getRowsJson()).toEqual([[key]]);
  });
});

describe("query", () => {
  const prepared = async (): Promise<string> => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(oneAsk));
    await buildWarehouse(options(dataDir));
    return dataDir;
  };
  const sql =
    "SELECT 'a,\"b\"' AS text, 12::BIGINT AS whole, 0.5 AS part, [1, 2] AS list, DATE '2024-01-05' AS day, NULL AS gap";

  it.each([
    ["csv", 'text,whole,part,list,day,gap\n"a,""b""",12,0.5,"[1,2]",2024-01-05,\n'],
    ["json", '[\n{"text":"a,\\"b\\"","whole":12,"part":0.5,"list":[1,2],"day":"2024-01-05","gap":null}\n]\n'],
    ["ndjson", '{"text":"a,\\"b\\"","whole":12,"part":0.5,"list":[1,2],"day":"2024-01-05","gap":null}\n'],
    [
      "table",
      'text   whole  part  list   day         gap\n-----  -----  ----  -----  ----------  ---\na,"b"     12   0.5  [1,2]  2024-01-05\n(1 row)\n',
    ],
  ] as const)("writes %s", { timeout: SLOW }, async (format, text) => {
    const dataDir = await prepared();
    expect(await runQuery({ dataDir, sql, format })).toBe(text);
    const out = join(dataDir, `out.${format}`);
    expect(await runQuery({ dataDir, sql, format, out })).toBeUndefined();
    expect(readFileSync(out, "utf8")).toBe(text);
  });

  it("writes parquet, and only to the file that was named", { timeout: SLOW }, async () => {
    const dataDir = await prepared();
    const out = join(dataDir, "it's.parquet");
    await runQuery({ dataDir, sql: "SELECT posting_id FROM marts.posting;", format: "parquet", out });
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const rows = await connection.runAndReadAll(`FROM ${sqlText(out)}`);
    expect(rows.getRowObjectsJson()).toEqual([{ posting_id: "a" }]);
    await expect(runQuery({ dataDir, sql, format: "parquet" })).rejects.toThrow("--out FILE.parquet");
  });

  it("reads only the warehouse, and says what is wrong", { timeout: SLOW }, async () => {
    const dataDir = await prepared();
    const evil = join(dataDir, "evil.csv");
    const refused = (text: string, message: RegExp) =>
      expect(runQuery({ dataDir, sql: text, format: "csv" }), text).rejects.toThrow(message);
    await refused(`FROM ${sqlText(join(TAXONOMY, "skills.csv"))}`, /disabled by configuration/);
    await refused(`COPY (SELECT 1) TO ${sqlText(evil)}`, /disabled by configuration/);
    await refused("SET enable_external_access = true", /locked/);
    await refused("DELETE FROM marts.posting", /read-only/);
    await refused("SELECT nope FROM marts.posting", /"nope" not found/);
    expect(existsSync(evil)).toBe(false);
    await expect(runQuery({ dataDir: emptyFolder(), sql, format: "csv" })).rejects.toThrow(
      /no warehouse yet; run "certworth build"/,
    );
  });

  it("keeps an existing file where the query fails", { timeout: SLOW }, async () => {
    const dataDir = await prepared();
    const out = join(dataDir, "out.csv");
    writeFileSync(out, "kept");
    await expect(runQuery({ dataDir, sql: "SELECT error('stop')", format: "csv", out })).rejects.toThrow("stop");
    expect(readFileSync(out, "utf8")).toBe("kept");
    expect(readdirSync(dataDir).filter((name) => name.startsWith("out"))).toEqual(["out.csv"]);
  });
});
