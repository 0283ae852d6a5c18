import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "../models/sql-text.js";
import type { CodedModel } from "./model.js";
import { type SignalInput, signalsOf } from "./statistics/signal.js";

/** The one model that is computed in code: `statistics/` holds its formulas as pure functions. */
export const SIGNAL_MODEL: CodedModel = {
  layer: "intermediate",
  name: "signal",
  id: "intermediate.signal",
  sql: "",
  description: "One row per counted certificate: trend and status of its series.",
  key: ["certificate_id"],
  columns: new Map(),
  reads: ["intermediate.signal_input"],
  create: (connection, folder) => createSignals(connection, folder),
};

const COLUMNS = `{certificate_id: 'VARCHAR', as_of: 'DATE', kind: 'VARCHAR', status: 'VARCHAR',
  reasons: 'STRUCT(rule VARCHAR, fired BOOLEAN, value DOUBLE, threshold DOUBLE, "text" VARCHAR)[]',
  slope_pct_year: 'DOUBLE', slope_low: 'DOUBLE', slope_high: 'DOUBLE', p_value: 'DOUBLE', q_value: 'DOUBLE',
  peak_share: 'DOUBLE', share_now: 'DOUBLE', evidence: 'INTEGER', employers: 'INTEGER', months: 'INTEGER'}`;

/** Reads every series, computes the signals and stores them as `intermediate.signal`, by way of a file in `folder`. */
const createSignals = async (connection: DuckDBConnection, folder: string): Promise<void> => {
  const reader = await connection.runAndReadAll("FROM intermediate.signal_input");
  const signals = signalsOf(reader.getRowObjectsJS() as unknown as SignalInput[]);
  const file = join(folder, "signals.ndjson");
  writeFileSync(file, signals.map((signal) => `${JSON.stringify(signal)}\n`).join(""));
  await connection.run(
    `CREATE TABLE intermediate.signal AS FROM read_json(${sqlText(file)}, format = 'newline_delimited', columns = ${COLUMNS})`,
  );
};
