import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { KEPT_AGGREGATES } from "../warehouse/aggregates.js";
import { persistentFolder } from "./support/folder.js";
import { writeLake } from "./support/lake-writer.js";
import { parquetBelow, queryRows } from "./support/query.js";
import { aggregated, tailRows } from "./support/tail-lake.js";

const SLOW = 300_000;
/** Fewer than most months have postings, and than are undated. */
const FEW = 20;
const home = persistentFolder();
let [together, apart] = ["", ""];

beforeAll(async () => {
  const [one, other] = [join(home(), "together"), join(home(), "apart")];
  await writeLake(one, tailRows());
  cpSync(one, other, { recursive: true });
  together = await aggregated(one);
  apart = await aggregated(other, { atOnce: FEW });
}, SLOW);

describe("aggregates counted some months at a time", () => {
  it.each(KEPT_AGGREGATES)("are those of all postings at once: %s", async (name) => {
    const [one, other] = [parquetBelow(join(together, name)), parquetBelow(join(apart, name))];
    const [row] = await queryRows<{ rows: number; lost: number; strange: number }>(`
      SELECT (SELECT count(*)::INTEGER FROM ${one}) AS rows,
        (SELECT count(*)::INTEGER FROM (FROM ${one} EXCEPT ALL FROM ${other})) AS lost,
        (SELECT count(*)::INTEGER FROM (FROM ${other} EXCEPT ALL FROM ${one})) AS strange`);
    expect(row!.rows).toBeGreaterThan(0);
    expect({ lost: row!.lost, strange: row!.strange }).toEqual({ lost: 0, strange: 0 });
  });

  it("are there without a posting", { timeout: SLOW }, async () => {
    const dataDir = join(home(), "empty");
    await writeLake(dataDir, { postings: [], extractions: [] });
    const folder = await aggregated(dataDir);
    for (const name of KEPT_AGGREGATES) {
      const rows = await queryRows<{ n: number }>(
        `SELECT count(*)::INTEGER AS n FROM ${parquetBelow(join(folder, name))}`,
      );
      expect({ name, rows: rows[0]!.n }).toEqual({ name, rows: name === "posting_count" ? 1 : 0 });
    }
  });
});
