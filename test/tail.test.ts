import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sqlText } from "../models/sql-text.js";
import { buildSite } from "../reports/site.js";
import { persistentFolder } from "./support/folder.js";
import { writeLake } from "./support/lake-writer.js";
import { queryRows } from "./support/query.js";
import { aggregated, buildFrom, tailRows } from "./support/tail-lake.js";

const SLOW = 600_000;
const home = persistentFolder();
const [whole, tail] = [() => join(home(), "whole"), () => join(home(), "tail")];

/** Marts that say the same from aggregates as from postings, but for these columns, and why. */
const SAME: Record<string, Record<string, string>> = {
  certificate: {},
  certificate_decomposition: {},
  certificate_horizon: {},
  certificate_month: {},
  certificate_profile: {
    pay_with: "pay is not counted",
    pay_without: "pay is not counted",
    pay_currency: "pay is not counted",
    pay_n: "pay is not counted",
    top_employers: "employers are counted, not named",
  },
  certificate_ranking: {
    rank_copies: "the aggregates do not say what copies ask for",
    furthest: "of the distances without rank_copies",
    flips: "rests on furthest",
  },
  certificate_signal: {},
  certificate_skill: {},
  entity_life: {},
  issuer_month: {},
  occupation: {},
  occupation_certificate: {},
  occupation_month: {},
  occupation_outlook: {},
  occupation_skill: {},
  projection_agreement: {},
  quarantine: {},
  question_new_roles: {},
  question_still_relevant: {},
  question_supply: {},
  question_which_hold: {},
  requirement_month: {},
  run: {},
  revision: {},
  skill: {},
  skill_month: {},
  skill_signal: {},
  stock_month: {},
  succession: {},
  succession_month: {},
  supply_demand: {},
  survival: {},
  vintage: {},
};

/** Marts that this lake has no rows for: no projections were loaded, and no edition was published before. */
const NEVER = ["projection_agreement", "revision"];

/** Marts that have no rows without single postings or crawls. */
const EMPTY = [
  "alarm",
  "certificate_candidate",
  "certificate_stock",
  "host_health",
  "mention",
  "mention_rate",
  "posting",
  "question_experience_or_paper",
  "question_issuers",
  "question_open_doors",
  "question_soft_skills",
  "question_subjects",
  "source_health",
];

/** Marts that have rows whose figures are null or lists empty, where they rest on single postings. */
const PARTLY = ["meta", "question_data_entry", "question_theory_or_practice"];

beforeAll(async () => {
  await writeLake(whole(), tailRows());
  await aggregated(whole());
  cpSync(join(whole(), "aggregates"), join(tail(), "aggregates"), { recursive: true });
  for (const part of ["tables", "runs", "lake/quarantine"])
    cpSync(join(whole(), part), join(tail(), part), { recursive: true });
  await buildFrom(whole(), { vintage: "2027-01-01" });
  await buildFrom(tail(), { fromAggregates: true, vintage: "2027-01-01" });
}, SLOW);

const of = <Row>(folder: string, sql: string): Promise<Row[]> =>
  queryRows<Row>(sql, { path: join(folder, "warehouse.duckdb") });

describe("a warehouse built from aggregates", () => {
  it("has every mart, and each is accounted for here", async () => {
    const marts = await of<{ name: string }>(
      tail(),
      "SELECT table_name AS name FROM duckdb_tables() WHERE schema_name = 'marts' ORDER BY name",
    );
    expect(marts.map(({ name }) => name)).toEqual([...Object.keys(SAME), ...EMPTY, ...PARTLY].sort());
  });

  it.each(Object.entries(SAME))("says the same in %s", { timeout: SLOW }, async (mart, exceptions) => {
    const without = Object.keys(exceptions).join(", ");
    const columns = without === "" ? "*" : `* EXCLUDE (${without})`;
    const [row] = await queryRows<{ rows: number; lost: number; strange: number }>(`
      ATTACH ${sqlText(join(whole(), "warehouse.duckdb"))} AS whole (READ_ONLY);
      ATTACH ${sqlText(join(tail(), "warehouse.duckdb"))} AS tail (READ_ONLY);
      SELECT (SELECT count(*)::INTEGER FROM whole.marts.${mart}) AS rows,
        (SELECT count(*)::INTEGER FROM (SELECT ${columns} FROM whole.marts.${mart} EXCEPT ALL SELECT ${columns} FROM tail.marts.${mart})) AS lost,
        (SELECT count(*)::INTEGER FROM (SELECT ${columns} FROM tail.marts.${mart} EXCEPT ALL SELECT ${columns} FROM whole.marts.${mart})) AS strange`);
    expect(row!.rows > 0, mart).toBe(!NEVER.includes(mart));
    expect({ mart, lost: row!.lost, strange: row!.strange }).toEqual({ mart, lost: 0, strange: 0 });
  });

  it("has pages, each of which says what it was made from", { timeout: SLOW }, async () => {
    const out = join(home(), "site");
    const site = await buildSite({ warehouse: join(tail(), "warehouse.duckdb"), out });
    expect(site.pages).toBeGreaterThan(1000);
    const read = (page: string): string => readFileSync(join(out, page), "utf8");
    for (const page of ["index.html", "quality.html", "certificate/cisco-ccna.html"])
      expect(read(page), page).toContain("Built from monthly counts");
    expect(read("methods.html")).toContain('id="counts"');
    expect(read("quality.html")).not.toContain("are copies of another");
    expect(read("certificate/cisco-ccna.html")).toMatch(/Holding|Fading|Growing|Emerging/);
  });

  it.each(EMPTY)("has no rows in %s", async (mart) => {
    expect(await of(tail(), `SELECT count(*)::INTEGER AS rows FROM marts.${mart}`)).toEqual([{ rows: 0 }]);
  });
});
