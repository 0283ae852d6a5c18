import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FIRST_YEAR = 2020;
const SOURCES = 300;
const EMPLOYERS = 5000;
const CERTIFICATES = 300;
const SKILLS = 600;
const SOC = [
  "15-1232",
  "15-1244",
  "29-1141",
  "31-1131",
  "43-9021",
  "43-6014",
  "43-4051",
  "35-2014",
  "53-3032",
  "41-2031",
];
const STATES = ["US-CA", "US-NY", "US-TX", "US-WA", "US-OH", "US-FL", "US-IL", "US-PA", "US-GA", "US-NC"];
const REQUIREMENTS = ["required", "preferred", "mentioned", "required", "obtain_after_hire", "not_required"];

const list = (values) => `[${values.map((value) => `'${value}'`).join(", ")}]`;
/** A number in 0..n-1 that depends on the posting and a salt only. */
const draw = (salt, n) => `(hash(seed, ${salt}) % ${n})::INTEGER`;

/** The vocabulary: sentences of invented words, titles, and ids of the committed taxonomy. */
const vocabulary = (taxonomy) => [
  `CREATE TABLE words AS SELECT list('w' || (hash(i) % 99991)::VARCHAR ORDER BY i) AS words FROM range(4000) t(i)`,
  `CREATE TABLE sentences AS SELECT list(sentence ORDER BY i) AS sentences FROM (
    SELECT i, array_to_string(list_transform(range(8 + (i % 6)::INTEGER), lambda k: words[1 + (hash(i, k) % 4000)::INTEGER]), ' ') || '.' AS sentence
    FROM range(3000) t(i), words)`,
  `CREATE TABLE certificates AS SELECT list(id ORDER BY id)[:${CERTIFICATES}] AS certificates
    FROM read_csv('${join(taxonomy, "certificates.csv")}', header = true, all_varchar = true) WHERE counted = 'yes'`,
  `CREATE TABLE skills AS SELECT list(id ORDER BY id)[:${SKILLS}] AS skills
    FROM read_csv('${join(taxonomy, "skills.csv")}', header = true, all_varchar = true)`,
];

/** Every tenth posting repeats an earlier one word by word, another tenth with a sentence more. */
const monthRows = (first, count, month) => `
  CREATE OR REPLACE TEMP TABLE month_rows AS
  SELECT i, 'p' || i AS posting_id, 'h' || i AS content_hash,
    CASE WHEN i % 10 = 9 THEN i - 6 WHEN i % 10 = 8 THEN i - 4 ELSE i END AS seed,
    (DATE '${FIRST_YEAR}-01-01' + INTERVAL ${month} MONTH)::DATE + (i % 28)::INTEGER AS posted_on
  FROM range(${first}, ${first + count}) t(i)`;

const POSTINGS = `
  SELECT posting_id, content_hash, content_hash AS facts_hash, 'source-' || (hash(i, 1) % ${SOURCES}) AS source,
    'archive' AS platform, 'archive' AS board, 'r' || i AS requisition, 'Job title ' || floor(20000 * ((hash(seed, 2) % 100000) / 100000.0) ^ 3)::INTEGER AS title,
    'Employer ' || floor(${EMPLOYERS} * ((hash(seed, 3) % 100000) / 100000.0) ^ 2)::INTEGER AS employer,
    array_to_string(list_transform(range(18), lambda k: sentences[1 + (hash(seed, k) % 3000)::INTEGER]), ' ')
      || CASE WHEN i % 10 = 8 THEN ' ref' || i ELSE '' END AS text,
    ${list(STATES)}[1 + ${draw(4, STATES.length)}] AS region, posted_on, 'stated' AS posted_on_quality,
    CASE WHEN i % 2 = 0 THEN posted_on + 20 END AS closed_on, 40000.0 + ${draw(5, 40000)} AS pay_min, 'USD' AS pay_currency,
    'year' AS pay_period, 'en' AS lang, posted_on + 1 AS seen_on
  FROM month_rows, sentences`;

const mention = (k) => {
  const isSkill = k > 1;
  const kind = isSkill ? "skill" : "certificate";
  const pool = isSkill ? "skills" : "certificates";
  const n = isSkill ? SKILLS : CERTIFICATES;
  return `{kind: '${kind}', entity: ${pool}[1 + floor(${n} * ((hash(seed, ${10 + k}) % 100000) / 100000.0) ^ 2)::INTEGER],
    "start": ${k * 100}, "end": ${k * 100 + 8}, surface: 'words', requirement: ${list(REQUIREMENTS)}[1 + ${draw(20 + k, REQUIREMENTS.length)}],
    section: 'required', "group": NULL::INTEGER, evidence: 'You bring ' || ${draw(30 + k, 100000)} || ' and these words around it, as a posting would'}`;
};

/** Of texts with one word more, the band that the word falls into differs, if it falls into one. */
const FINGERPRINT = `(hash(seed, i % 10 = 8) >> 12)::BIGINT AS text_key, 1600 AS text_length,
    list_transform(range(8), lambda band: (hash(seed, band, i % 10 = 8 AND hash(i) % 32 = band) >> 12)::BIGINT) AS bands`;

const EXTRACTIONS = `
  SELECT posting_id, content_hash, 'x1' AS extractor, 'en' AS lang, ${list(SOC)}[1 + ${draw(6, SOC.length)}] AS soc,
    CASE ${draw(7, 10)} WHEN 0 THEN 'internship' WHEN 1 THEN 'entry' WHEN 2 THEN 'entry' ELSE 'mid' END AS seniority,
    CASE WHEN ${draw(8, 3)} = 0 THEN 2.0 END AS experience_min, CASE WHEN ${draw(9, 3)} = 0 THEN 'bachelor' END AS education,
    false AS equivalent_experience, ${FINGERPRINT}, [${[0, 1, 2, 3].map(mention).join(", ")}] AS mentions
  FROM month_rows, certificates, skills`;

const SIGHTINGS = `
  SELECT posting_id, 'source-' || (hash(i, 1) % ${SOURCES}) AS source, posted_on + 1 AS seen_on, 'b' AS batch FROM month_rows`;

const pad = (number) => String(number).padStart(2, "0");

/** Writes the months `from`..`to` (exclusive) of an invented market as a lake: 4 mentions a posting. */
export async function writeMonths(connection, dataDir, { taxonomy, postingsAMonth, from, to }) {
  const lake = join(dataDir, "lake");
  for (const statement of from === 0 ? vocabulary(taxonomy) : []) await connection.run(statement);
  for (let month = from; month < to; month++) {
    const name = `${FIRST_YEAR + Math.floor(month / 12)}-${pad((month % 12) + 1)}`;
    const batch = `b${name}`;
    await connection.run(monthRows(month * postingsAMonth, postingsAMonth, month));
    const copy = (sql, folder) => {
      mkdirSync(folder, { recursive: true });
      return connection.run(
        `COPY (${sql}) TO '${join(folder, `${batch}.parquet`)}' (FORMAT parquet, COMPRESSION zstd)`,
      );
    };
    await copy(POSTINGS, join(lake, "postings", `posted_month=${name}`));
    await copy(EXTRACTIONS, join(lake, "extractions", "extractor=x1", `posted_month=${name}`));
    await copy(SIGHTINGS, join(lake, "sightings", `date=${name}-28`));
    mkdirSync(join(lake, "batches"), { recursive: true });
    writeFileSync(join(lake, "batches", `${batch}.json`), JSON.stringify({ batch }));
  }
}

export const emptyLake = (dataDir) => {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(join(dataDir, "lake"), { recursive: true });
  writeFileSync(join(dataDir, "lake", "lake.json"), JSON.stringify({ schema_version: 1, simulated: true }));
};
