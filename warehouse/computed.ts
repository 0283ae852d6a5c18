import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "../models/sql-text.js";
import { type CodedModel, codedModel } from "./model.js";
import { type AgreementInput, agreements, type OccupationSeries, occupationTrends } from "./statistics/occupation.js";

/** A model that is computed in code: the relation that it reads, its columns, and the pure function between them. */
interface Computed extends Pick<CodedModel, "description" | "key" | "reads"> {
  types: string;
  compute(rows: never[]): unknown[];
}

const computed = (name: string, of: Computed): CodedModel =>
  codedModel({
    name,
    description: of.description,
    key: of.key,
    reads: of.reads,
    create: (connection, { folder }) => createComputed(connection, folder, name, of),
  });

/** Statistics over occupations that are no SQL. */
export const COMPUTED_MODELS: readonly CodedModel[] = [
  computed("occupation_trend", {
    description: "One row per occupation with postings: the trend of its share.",
    key: ["soc"],
    reads: ["intermediate.occupation_series"],
    types: `{soc: 'VARCHAR', slope: 'DOUBLE', slope_low: 'DOUBLE', slope_high: 'DOUBLE', p_value: 'DOUBLE',
      postings: 'INTEGER', employers: 'INTEGER', months: 'INTEGER'}`,
    compute: (rows: OccupationSeries[]) => occupationTrends(rows),
  }),
  computed("agreement", {
    description: "One row per round of projections: its rank correlation with our trends.",
    key: ["first_year", "last_year"],
    reads: ["intermediate.agreement_input"],
    types: `{first_year: 'INTEGER', last_year: 'INTEGER', occupations: 'INTEGER', rho: 'DOUBLE', rho_low: 'DOUBLE',
      rho_high: 'DOUBLE'}`,
    compute: (rows: AgreementInput[]) => agreements(rows),
  }),
];

/** Reads what a computed model rests on and stores its rows as a table, by way of a file in `folder`. */
const createComputed = async (
  connection: DuckDBConnection,
  folder: string,
  name: string,
  { reads, types, compute }: Computed,
): Promise<void> => {
  const reader = await connection.runAndReadAll(`FROM ${reads[0]}`);
  const rows = compute(reader.getRowObjectsJS() as never[]);
  const file = join(folder, `${name}.ndjson`);
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await connection.run(
    `CREATE TABLE intermediate.${name} AS FROM read_json(${sqlText(file)}, format = 'newline_delimited', columns = ${types})`,
  );
};
