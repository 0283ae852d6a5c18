import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { readQuality } from "../models/quality.js";
import { sqlText } from "../models/sql-text.js";
import { type CodedModel, codedModel, type Workplace } from "./model.js";
import type { Reading } from "./statistics/misreading.js";
import { type SignalInput, signalsOf } from "./statistics/signal.js";

/** A model of signals; `input` is the query of its `SignalInput` rows. `statistics/` holds the formulas as pure functions. */
const signalModel = (name: string, description: string, input: string, reads: string[]): CodedModel =>
  codedModel({
    name,
    description,
    key: ["entity"],
    reads,
    create: (connection, work) => createSignals(connection, name, input, work),
  });

/** The signals of certificates and of skills. */
export const SIGNAL_MODELS: readonly CodedModel[] = [
  signalModel(
    "signal",
    "One row per counted certificate: trend, status and horizon of its series.",
    `SELECT i.certificate_id AS entity, i.* EXCLUDE (certificate_id), c.parent, k.kinds
     FROM intermediate.signal_input AS i JOIN staging.certificate AS c USING (certificate_id)
     LEFT JOIN intermediate.signal_kind AS k USING (certificate_id) ORDER BY entity`,
    ["intermediate.signal_input", "intermediate.signal_kind", "staging.certificate"],
  ),
  signalModel(
    "skill_signal",
    "One row per skill that is asked for: trend, status and horizon of its series.",
    `SELECT skill_id AS entity, * EXCLUDE (skill_id), 'skill' AS kind, '' AS issuer, false AS retired, NULL AS retired_on,
       NULL AS successor
     FROM intermediate.skill_signal_input ORDER BY entity`,
    ["intermediate.skill_signal_input"],
  ),
];

const COLUMNS = `{entity: 'VARCHAR', as_of: 'DATE', kind: 'VARCHAR', status: 'VARCHAR',
  reasons: 'STRUCT(rule VARCHAR, fired BOOLEAN, value DOUBLE, threshold DOUBLE, "text" VARCHAR)[]',
  slope_pct_year: 'DOUBLE', slope_low: 'DOUBLE', slope_high: 'DOUBLE', p_value: 'DOUBLE', q_value: 'DOUBLE', change_month: 'DATE',
  peak_share: 'DOUBLE', share_now: 'DOUBLE', share_now_low: 'DOUBLE', share_now_high: 'DOUBLE',
  share_corrected: 'DOUBLE', share_corrected_low: 'DOUBLE', share_corrected_high: 'DOUBLE',
  shrunk: 'STRUCT(share DOUBLE, low DOUBLE, high DOUBLE, family_weight DOUBLE)',
  horizons: 'STRUCT(months_ahead INTEGER, share DOUBLE, low_80 DOUBLE, high_80 DOUBLE, low_95 DOUBLE, high_95 DOUBLE,
    p_below_half DOUBLE)[]',
  evidence: 'INTEGER', employers: 'INTEGER', months: 'INTEGER'}`;

/** What gold data measured of each certificate, where it was measured with the extractor that read these postings. */
const readingsOf = (extractor: string): Map<string, Reading> => {
  const quality = readQuality();
  if (quality?.extractor !== extractor) return new Map();
  return new Map(quality.by_certificate.map(({ certificate_id, ...score }) => [certificate_id, score]));
};

/** Reads every series of a model, computes the signals and stores them as its table, by way of a file in `folder`. */
const createSignals = async (
  connection: DuckDBConnection,
  name: string,
  input: string,
  { folder, extractor }: Workplace,
): Promise<void> => {
  const readings = readingsOf(extractor);
  const reader = await connection.runAndReadAll(input);
  const inputs = reader.getRowObjectsJS() as unknown as SignalInput[];
  const signals = signalsOf(inputs.map((input) => ({ ...input, reading: readings.get(input.entity) ?? null })));
  const file = join(folder, `${name}.ndjson`);
  writeFileSync(file, signals.map((signal) => `${JSON.stringify(signal)}\n`).join(""));
  await connection.run(
    `CREATE TABLE intermediate.${name} AS FROM read_json(${sqlText(file)}, format = 'newline_delimited', columns = ${COLUMNS})`,
  );
};
