import { type CodedModel, codedModel } from "./model.js";
import { sliceColumn } from "./slices/run.js";
import { isEverything, onlyNew } from "./touched.js";

const RENEWED = {
  ...codedModel({
    name: "renewed",
    description:
      "One row per posting of the slices that change: `dated` of those touched, and what was known of the others.",
    key: ["posting_id"],
    reads: ["intermediate.dated", "intermediate.touched"],
    create: async (connection) => {
      const relation = (await isEverything(connection)) ? "VIEW" : "TABLE";
      await connection.run(`CREATE ${relation} intermediate.renewed AS FROM intermediate.dated`);
    },
  }),
  seen: true,
};

const SLICE = "slice_of(posted_on)";
const KNOWN = "SELECT * EXCLUDE (posting_no) FROM kept.version";
const KNOWN_OF_TOUCHED = `${KNOWN} SEMI JOIN intermediate.touched USING (posting_id)`;
/** The slices of what is said otherwise of a posting now: where it was and where it is. */
const STALE_VERSION = `SELECT DISTINCT ${SLICE}::INTEGER AS slice FROM (
    (FROM intermediate.renewed EXCEPT ${KNOWN_OF_TOUCHED}) UNION ALL (${KNOWN_OF_TOUCHED} EXCEPT FROM intermediate.renewed))`;
/** The others of these slices are numbered with them. */
const COMPLETE = [
  `DELETE FROM intermediate.renewed WHERE ${SLICE} NOT IN (FROM intermediate.stale_version)`,
  `INSERT INTO intermediate.renewed
    ${KNOWN} ANTI JOIN intermediate.touched USING (posting_id) WHERE ${SLICE} IN (FROM intermediate.stale_version)`,
];

const staleModel = (name: string, type: string, reads: string[], renew: CodedModel["create"]): CodedModel =>
  codedModel({
    name: `stale_${name}`,
    description: `One row per slice of ${name} that is made anew; none where all are.`,
    key: ["slice"],
    reads,
    create: async (connection, work) => {
      if (await isEverything(connection))
        await connection.run(`CREATE TABLE intermediate.stale_${name} (slice ${type})`);
      else await renew(connection, work);
    },
  });

const STALE_VERSION_MODEL = staleModel(
  "version",
  "INTEGER",
  ["intermediate.renewed", "intermediate.touched"],
  async (connection) => {
    await connection.run(`CREATE TABLE intermediate.stale_version AS ${STALE_VERSION}`);
    for (const sql of COMPLETE) await connection.run(sql);
  },
);

const STALE_READING_MODEL = staleModel(
  "reading_place",
  "INTEGER",
  ["intermediate.version", "intermediate.stale_version", "staging.extraction"],
  (connection) =>
    onlyNew(connection, "extraction", () =>
      connection.run(`CREATE TABLE intermediate.stale_reading_place AS
        SELECT DISTINCT ${sliceColumn("posting_no")} AS slice FROM intermediate.version
        SEMI JOIN (SELECT posting_id FROM staging.extraction) USING (posting_id)
        UNION FROM intermediate.stale_version`),
    ),
);

/** A block changes by the postings that it loses, and by those of slices that were made anew. */
const STALE_PAIR_MODEL = staleModel(
  "near_pair",
  "UBIGINT",
  ["intermediate.posting_version", "intermediate.reading"],
  async (connection, { slicesMade }) => {
    const slices = [...slicesMade("intermediate.posting_version"), ...slicesMade("intermediate.reading")];
    await connection.run(`CREATE TABLE intermediate.stale_near_pair AS
      SELECT DISTINCT hash(employer_no, title_no) AS slice
      FROM (
        SELECT employer_no, title_no FROM intermediate.posting_version
        WHERE list_contains([${slices.join(", ")}]::INTEGER[], ${sliceColumn("posting_no")})
        UNION ALL SELECT employer_no, title_no FROM lost_posting
      )
      WHERE employer_no IS NOT NULL`);
  },
);

/** What copies share changes by the postings of the slices that were made anew, as they were and as they are. */
const STALE_COPY_MODEL = staleModel(
  "copy_pair",
  "UBIGINT",
  ["intermediate.copy_key"],
  async (connection, { slicesMade }) => {
    const made = `[${slicesMade("intermediate.copy_key").join(", ")}]::INTEGER[]`;
    await connection.run(`CREATE TABLE intermediate.stale_copy_pair AS
      SELECT DISTINCT unnest([by_requisition, by_text]) AS slice
      FROM (
        SELECT by_requisition, by_text FROM intermediate.copy_key
        WHERE list_contains(${made}, ${sliceColumn("posting_no")})
        UNION ALL FROM lost_copy_key
      )`);
    await connection.run("DELETE FROM intermediate.stale_copy_pair WHERE slice IS NULL");
  },
);

/** What says which slices of the renewed models are made anew. */
export const STALE_MODELS: readonly CodedModel[] = [
  RENEWED,
  STALE_VERSION_MODEL,
  STALE_READING_MODEL,
  STALE_PAIR_MODEL,
  STALE_COPY_MODEL,
];
