import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeExplorerFile } from "../reports/explorer/database-file.js";
import { EXAMPLES } from "../reports/explorer/examples.js";
import { emptyFolder } from "./support/folder.js";
import { queryRows } from "./support/query.js";
import { filesBelow, sampleSite } from "./support/sample-site.js";

const sample = sampleSite({ certificates: 12 });

const file = (): string => join(sample().out, "explorer.duckdb");

const tablesOf = async (path: string): Promise<string[]> => {
  const rows = await queryRows<{ name: string }>(
    "SELECT table_name AS name FROM duckdb_tables() WHERE schema_name = 'marts' ORDER BY 1",
    { path },
  );
  return rows.map(({ name }) => name);
};

/** A fingerprint of each table: its rows and their places. */
const contents = async (path: string): Promise<Record<string, unknown>> => {
  const found: Record<string, unknown> = {};
  for (const name of await tablesOf(path))
    [found[name]] = await queryRows(
      `SELECT count(*) AS rows, bit_xor(hash(row)) AS hash FROM (SELECT rowid, * FROM marts.${name}) AS row`,
      { path },
    );
  return found;
};

test("two files from one warehouse hold the same rows in the same places", async () => {
  const again = join(emptyFolder(), "explorer.duckdb");
  await writeExplorerFile(sample().warehouse, again, true);
  const all = await contents(file());
  expect(Object.keys(all).length).toBeGreaterThan(20);
  expect(await contents(again)).toEqual(all);
});

test("texts of postings are in it only as snippets, and only where the site quotes them", async () => {
  const columns = (path: string) =>
    queryRows<{ place: string }>(
      "SELECT table_name || '.' || column_name AS place FROM duckdb_columns() WHERE schema_name = 'marts'",
      { path },
    ).then((rows) => rows.map(({ place }) => place));
  const texts = ["posting.title", "posting.employer", "posting.url", "mention.surface", "mention.evidence"];
  const quoted = await columns(file());
  for (const place of texts) expect(quoted).not.toContain(place);
  expect(quoted).toContain("evidence.evidence");
  const [longest] = await queryRows<{ most: number }>("SELECT max(len(evidence)) AS most FROM marts.evidence", {
    path: file(),
  });
  expect(Number(longest!.most)).toBeLessThanOrEqual(160);
  const silent = join(emptyFolder(), "explorer.duckdb");
  await writeExplorerFile(sample().warehouse, silent, false);
  expect(await tablesOf(silent)).not.toContain("evidence");
});

test.each(EXAMPLES.map(({ label, sql }) => [label, sql]))("%s runs, shares within their intervals", async (_, sql) => {
  const rows = await queryRows<Record<string, unknown>>(`SET search_path = 'marts'; ${sql}`, { path: file() });
  for (const row of rows)
    for (const [name, value] of Object.entries(row)) {
      const low = row[`${name}_low`];
      const high = row[`${name}_high`];
      if (typeof value !== "number" || typeof low !== "number" || typeof high !== "number") continue;
      expect(value).toBeGreaterThanOrEqual(low - 1e-12);
      expect(value).toBeLessThanOrEqual(high + 1e-12);
    }
});

test("the engine is served from the site: no script names a package or a map, and none another host to load from", () => {
  const scripts = filesBelow(join(sample().out, "explorer")).filter((name) => name.endsWith(".js"));
  expect(scripts).toContain("duckdb.js");
  for (const name of scripts) {
    const text = readFileSync(join(sample().out, "explorer", name), "utf8");
    expect([name, text.match(/from ?"apache-arrow"|sourceMappingURL=\S*/)?.[0]]).toEqual([name, undefined]);
  }
});
