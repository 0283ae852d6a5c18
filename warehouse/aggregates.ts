import { readFileSync } from "node:fs";
import { packagePath } from "../models/package-root.js";

/** What the others are made of: one row per posting, or per posting and what it asks for, and who asks for it; not kept. */
const BETWEEN = [
  "posting",
  "counted_posting",
  "posting_scope",
  "compared_posting",
  "posting_ask",
  "posting_demand",
  "posting_line",
  "asked_employer",
] as const;

/** What is kept as Parquet, and what a warehouse can be built from. */
export const KEPT_AGGREGATES = [
  "posting_count",
  "posting_month",
  "cell_month",
  "occupation_month",
  "occupation_size",
  "region_month",
  "requirement_month",
  "ask_month",
  "ask_source",
  "cell_ask",
  "line_month",
  "issuer_month",
  "region_ask",
  "ask_facet",
  "compared_count",
  "compared_ask",
  "compared_role",
  "employer_month",
  "employer_count",
] as const;

/**
 * The models of `aggregates/` in the order in which they are made. Each is one SELECT in what DuckDB and Spark both accept: no
 * macro but `requirement_rank`, `employer_key`, `title_key` and `explode`, no QUALIFY, no EXCLUDE, and every order of nulls is said.
 */
export const AGGREGATES: readonly { name: string; kept: boolean }[] = [
  ...BETWEEN.map((name) => ({ name, kept: false })),
  ...KEPT_AGGREGATES.map((name) => ({ name, kept: true })),
];

/** The SELECT of an aggregate, without what ends a file. */
export const aggregateSql = (name: string): string =>
  readFileSync(packagePath("warehouse", "aggregates", `${name}.sql`), "utf8").trim();

/** What the head of a model says: the columns of its key, and whether its rows rest on the postings of some months alone. */
export const headOf = (sql: string): { key: string[]; sliced: boolean } => ({
  key: (/^-- key: (.+)$/m.exec(sql)?.[1] ?? "").split(", "),
  sliced: /^-- slices: month$/m.test(sql),
});
