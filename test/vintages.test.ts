import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { onDisk } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { type BuildOptions, buildWarehouse, CODED_MODELS } from "../warehouse/builder.js";
import { openEngine, setInputs } from "../warehouse/engine.js";
import { findInputs } from "../warehouse/inputs.js";
import { makeModel } from "../warehouse/make.js";
import { buildOrder, type CodedModel, type Model, readModels } from "../warehouse/model.js";
import { Keeper } from "../warehouse/slices/keeper.js";
import { attachKept } from "../warehouse/slices/kept-file.js";
import { emptyFolder } from "./support/folder.js";
import { type Given, lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";
import { queryRows } from "./support/query.js";

const SLOW = 60_000;
const TAXONOMY = new URL("./input/marts/taxonomy", import.meta.url).pathname;
const options = (dataDir: string, more: Partial<BuildOptions> = {}): BuildOptions => ({
  dataDir,
  taxonomyDir: TAXONOMY,
  extractor: EXTRACTOR,
  taxonomyVersion: "t1",
  ...more,
});

const half: Given = {
  bulk: [
    { year: 2023, count: 12, source: "one", asks: ["net-one required"] },
    { year: 2023, count: 12, source: "one" },
  ],
};
const quarter: Given = { postings: [] };
quarter.postings = Array.from({ length: 24 }, (_, i) => ({
  id: `more-${i}`,
  posted_on: `2023-${String((i % 12) + 1).padStart(2, "0")}-16`,
  source: "one",
}));

describe("editions", () => {
  it("keep what was published, and say what changed since and why", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    const path = join(dataDir, "warehouse.duckdb");
    await writeLake(dataDir, lakeOf(half));
    await buildWarehouse(options(dataDir, { vintage: "2024-01-31" }));
    expect(await queryRows("FROM marts.revision", { path })).toEqual([]);

    expect((await buildWarehouse(options(dataDir, { vintage: "2024-02-01" }))).built).toBe(false);
    expect(readdirSync(join(dataDir, "vintages"))).toEqual(["2024-01-31.parquet"]);

    await writeLake(dataDir, lakeOf(quarter), "b2");
    await buildWarehouse(options(dataDir, { vintage: "2024-03-01", taxonomyVersion: "t2" }));
    expect(readdirSync(join(dataDir, "vintages"))).toEqual(["2024-01-31.parquet", "2024-03-01.parquet"]);
    const sql = "SELECT * EXCLUDE (certificate_id) FROM marts.revision WHERE certificate_id = 'net-one'";
    expect(await queryRows(sql, { path })).toEqual([
      {
        vintage_before: "2024-01-31",
        vintage: "2024-03-01",
        status_before: "insufficient evidence",
        status: "insufficient evidence",
        share_before: 0.5,
        share_now: 0.25,
        share_change: -0.25,
        slope_before: null,
        slope_pct_year: null,
        postings_added: "24",
        evidence_added: 0,
        causes: ["more postings", "taxonomy version"],
      },
    ]);
    const kept = "SELECT vintage, share_now, taxonomy FROM marts.vintage WHERE certificate_id = 'net-one'";
    expect(await queryRows(kept, { path })).toEqual([
      { vintage: "2024-01-31", share_now: 0.5, taxonomy: "t1" },
      { vintage: "2024-03-01", share_now: 0.25, taxonomy: "t2" },
    ]);
  });

  it("of one day are one: the last", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    const path = join(dataDir, "warehouse.duckdb");
    await writeLake(dataDir, lakeOf(half));
    await buildWarehouse(options(dataDir, { vintage: "2024-01-31" }));
    await writeLake(dataDir, lakeOf(quarter), "b2");
    await buildWarehouse(options(dataDir, { vintage: "2024-01-31" }));
    const sql = "SELECT vintage, share_now FROM marts.vintage WHERE certificate_id = 'net-one'";
    expect(await queryRows(sql, { path })).toEqual([{ vintage: "2024-01-31", share_now: 0.25 }]);
    expect(await queryRows("FROM marts.revision", { path })).toEqual([]);
  });

  it("are not kept without a day, and a day that is none is refused", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(half));
    await expect(buildWarehouse(options(dataDir, { vintage: "../31" }))).rejects.toThrow('vintage "../31" is no day');
    await buildWarehouse(options(dataDir));
    expect(existsSync(join(dataDir, "vintages"))).toBe(false);
  });
});

/** Rows of `intermediate.signal_input`, which the signals are computed from. */
const signalInput = async (dataDir: string, vintage?: string) => {
  const folder = emptyFolder();
  const { connection, close } = await openEngine(folder);
  const facts = { ...options(dataDir), fingerprint: "", attributions: "", asOf: null, vintage };
  await setInputs(connection, folder, findInputs(dataDir, EXTRACTOR, onDisk(join(dataDir, "lake"))), facts);
  const { stored } = await attachKept(connection, null, []);
  const keeper = new Keeper(connection, stored);
  const order = buildOrder<Model | CodedModel>([...readModels(packagePath("warehouse")), ...CODED_MODELS]);
  const asked = order.findIndex(({ id }) => id === "intermediate.signal_input");
  const slicesMade = (id: string) => keeper.slicesMade(id);
  for (const model of order.slice(0, asked + 1))
    await makeModel(model, { connection, keeper, folder, extractor: "x1", slicesMade });
  const rows = (await connection.runAndReadAll("FROM intermediate.signal_input")).getRowObjectsJS();
  close();
  return new Map(rows.map((row) => [row.certificate_id, row]));
};

const writeEdition = (dataDir: string, day: string, status: string): Promise<unknown> => {
  mkdirSync(join(dataDir, "vintages"), { recursive: true });
  const path = join(dataDir, "vintages", `${day}.parquet`);
  const row = `SELECT DATE '${day}' AS vintage, 'net-one' AS certificate_id, '${status}' AS status`;
  return queryRows(`COPY (${row}) TO ${sqlText(path)} (FORMAT parquet)`);
};

describe("what signals are computed from", () => {
  it("says whether the latest edition of four weeks ago or more called it fading", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(half));
    const fadedOn = async (day?: string) => {
      const input = await signalInput(dataDir, day);
      return [input.get("net-one")!.faded_before, input.get("net-two")!.faded_before];
    };
    expect(await fadedOn("2024-03-01")).toEqual([null, null]);
    await writeEdition(dataDir, "2024-01-01", "fading");
    await writeEdition(dataDir, "2024-02-10", "stable");
    expect(await fadedOn("2024-01-28")).toEqual([null, null]);
    expect(await fadedOn("2024-01-29")).toEqual([true, false]);
    expect(await fadedOn("2024-03-08")).toEqual([true, false]);
    expect(await fadedOn("2024-03-09")).toEqual([false, false]);
    expect(await fadedOn()).toEqual([null, null]);
  });

  it("holds the matched asks of a month beside its asks", { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    const bulk: Given["bulk"] = [
      { year: 2022, count: 48, source: "one", asks: ["net-one required"] },
      { year: 2022, count: 48, source: "one" },
      { year: 2023, count: 48, source: "one", asks: ["net-one required"] },
      { year: 2023, count: 48, source: "one" },
      { year: 2023, count: 96, source: "two" },
    ];
    await writeLake(dataDir, lakeOf({ bulk }));
    const input = (await signalInput(dataDir)).get("net-one")!;
    const months = input.months as { month: number; asking: number; asking_matched: number; postings: number }[];
    expect(input.sources).toBe(2);
    expect(months).toHaveLength(24);
    expect(months[0]).toEqual({ month: 2022 * 12, asking: 4, asking_matched: expect.closeTo(2, 6), postings: 8 });
    expect(months[23]).toEqual({
      month: 2023 * 12 + 11,
      asking: 4,
      asking_matched: expect.closeTo(4, 6),
      postings: 16,
    });
  });
});
