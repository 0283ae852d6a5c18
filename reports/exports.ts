import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sqlText } from "../models/sql-text.js";
import type { Marts } from "./database.js";

interface Export {
  name: string;
  holds: string;
  /** What makes the order of the rows, and so the file, the same each time. */
  order: string;
  /** True where the CSV, which is large, holds the scopes all, entry and internship only; the Parquet file holds all. */
  brief?: true;
}

/** The marts that answer questions; `order` is their key. */
const QUESTIONS: readonly Export[] = (
  [
    ["open_doors", "what postings ask for, and how strongly", "measure, scope, period"],
    ["experience_or_paper", "experience against certificates", "measure, scope, period"],
    ["still_relevant", "survival over four years, and the horizon", "measure, subject"],
    ["theory_or_practice", "coverage and missing skills", "measure, subject"],
    ["new_roles", "occupations and skills that appear and fade", "kind, subject"],
    ["data_entry", "data entry by skills, certificates and occupations", "measure, subject"],
    ["soft_skills", "soft skills and their breadth", "measure, subject"],
    ["issuers", "demand and pay by issuer", "issuer, period"],
    ["subjects", "the kinds of certificates that schools offer", "subject, measure, period"],
    ["which_hold", "the ranking with its evidence", "certificate_id"],
    ["supply", "steps of supply against demand", "step, region, year"],
  ] as const
).map(([name, holds, order]) => ({ name: `question_${name}`, holds, order }));

/** The tables that are offered. Postings and mentions are not: they quote texts that belong to their employers. */
export const EXPORTS: readonly Export[] = [
  { name: "certificate", holds: "the certificates of the taxonomy", order: "certificate_id" },
  {
    name: "certificate_month",
    holds: "demand by certificate, scope and month",
    order: "certificate_id, scope, month",
    brief: true,
  },
  { name: "certificate_signal", holds: "status, slope and evidence", order: "certificate_id, as_of" },
  {
    name: "certificate_horizon",
    holds: "the share expected in one to six years",
    order: "certificate_id, months_ahead",
  },
  { name: "certificate_decomposition", holds: "what a change is made of", order: "certificate_id, period" },
  { name: "certificate_profile", holds: "occupations, regions, pay, coverage", order: "certificate_id" },
  { name: "requirement_month", holds: "what postings ask for", order: "scope, month" },
  { name: "skill", holds: "the skills of the taxonomy", order: "skill_id" },
  { name: "skill_signal", holds: "status, slope and horizon of the skills", order: "skill_id, as_of" },
  { name: "skill_month", holds: "demand by skill, scope and month", order: "skill_id, scope, month", brief: true },
  { name: "occupation", holds: "occupations and career clusters", order: "soc" },
  { name: "occupation_month", holds: "postings by occupation and month", order: "soc, month" },
  { name: "occupation_outlook", holds: "occupations beside projections and wages", order: "soc" },
  { name: "occupation_certificate", holds: "certificates that occupations ask for", order: "soc, certificate_id" },
  { name: "occupation_skill", holds: "skills that occupations ask for", order: "soc, skill_id" },
  { name: "certificate_skill", holds: "skills that certificates attest", order: "certificate_id, skill_id" },
  { name: "projection_agreement", holds: "agreement with the projections", order: "first_year, last_year" },
  { name: "supply_demand", holds: "certificates earned against asks", order: "subject, region, year" },
  ...QUESTIONS,
  { name: "source_health", holds: "health of the sources by day", order: "source_id, date" },
  { name: "host_health", holds: "what was asked of hosts by day", order: "host, date" },
  {
    name: "mention_rate",
    holds: "how often each source names a certificate, and what drifted",
    order: "certificate_id, source",
  },
  { name: "quarantine", holds: "refused rows by reason", order: "source, reason, field" },
];

interface Column {
  column_name: string;
  data_type: string;
  comment: string | null;
}

const FORMULA = "^[=+\\-@\\t\\r\\n]";

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; lists and structs are written as JSON. */
function guarded({ column_name, data_type }: Column): string {
  const column = `"${column_name}"`;
  if (data_type === "VARCHAR")
    return `CASE WHEN regexp_matches(${column}, '${FORMULA}') THEN '''' || ${column} ELSE ${column} END AS ${column}`;
  return /\[\]|STRUCT|MAP/.test(data_type) ? `CAST(to_json(${column}) AS VARCHAR) AS ${column}` : column;
}

/** What a reader of a table's files should know: its key, its columns, how many rows each file has, and how to cite it. */
async function writeSchema(
  marts: Marts,
  path: string,
  table: Export,
  columns: readonly Column[],
  citation: string,
): Promise<void> {
  const { name, order, brief } = table;
  const [about] = await marts.rows<{ comment: string | null; rows: number }>(
    `SELECT (SELECT comment FROM duckdb_tables() WHERE schema_name = 'marts' AND table_name = '${name}') AS comment, count(*) AS rows FROM marts.${name}`,
  );
  const files = { csv: `${name}.csv`, parquet: `${name}.parquet` };
  const schema = {
    table: name,
    meaning: about?.comment ?? table.holds,
    key: order.split(", "),
    rows: about?.rows ?? 0,
    csv_holds: brief ? "scopes all, entry and internship" : "all rows",
    files,
    columns: columns.map(({ column_name, data_type, comment }) => ({
      name: column_name,
      type: data_type,
      meaning: comment,
    })),
    citation,
  };
  await writeFile(`${path}.schema.json`, `${JSON.stringify(schema, null, 1)}\n`);
}

/** Writes each table that the warehouse has to `folder` as CSV and as Parquet, and beside them its schema as JSON. */
export async function writeExports(marts: Marts, folder: string, citation: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const table of EXPORTS) {
    const { name, order, brief } = table;
    const columns = await marts.rows<Column>(
      `SELECT column_name, data_type, comment FROM duckdb_columns() WHERE schema_name = 'marts' AND table_name = '${name}' ORDER BY column_index`,
    );
    if (columns.length === 0) continue;
    const path = join(folder, name);
    const kept = brief ? "WHERE scope IN ('all', 'entry', 'internship')" : "";
    await marts.run(
      `COPY (SELECT ${columns.map(guarded).join(", ")} FROM marts.${name} ${kept} ORDER BY ${order}) TO ${sqlText(`${path}.csv`)} (FORMAT csv, HEADER)`,
    );
    await marts.run(
      `COPY (SELECT * FROM marts.${name} ORDER BY ${order}) TO ${sqlText(`${path}.parquet`)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    await writeSchema(marts, path, table, columns, citation);
  }
}
