import { SOURCE_ID } from "../../models/source.js";
import type { Batch } from "../lake/batch.js";
import type { Lake } from "../lake.js";
import { type Answer, committedMap, type ImportMap } from "../maps/map.js";
import { formats } from "../readers/index.js";
import { platforms } from "../sources/index.js";
import { type AnswerImport, importAnswers } from "./answers.js";
import { importArchive } from "./archive.js";
import { batchId, ImportError, type Job, jobsFor, kilobytesOf } from "./plan.js";
import { checkColumns, importRows, type RowImport } from "./rows.js";

export interface Wanted {
  lake: Lake;
  /** Files or folders. */
  paths: string[];
  /** A name of `formats`, `hn`, or a platform. */
  format: string;
  map?: ImportMap;
  /** Source id for rows that do not name one. */
  source?: string;
  note: (text: string) => void;
}

/** One batch to be, with all that decides how it is read. */
export interface Errand {
  path: string;
  source: string;
  platform: string;
  board?: string;
  id: string;
  /** Size of its files, kB. */
  kilobytes: number;
  /** Compares the map with the head of the file; throws where they do not fit. */
  check: () => Promise<void>;
  fill: (batch: Batch, tick: (rows: number) => void) => Promise<void>;
}

const WARC = "warc";

const sourceId = (name: string): string => {
  if (SOURCE_ID.test(name)) return name;
  throw new ImportError(
    `source "${name}": lower-case letters, digits, dot, dash and underscore are expected, at most 100 of them, a letter or digit first`,
  );
};

/** A source's name made of a file's: `Jobs 2019.csv.gz` is `jobs-2019`. */
const nameOf = (path: string): string =>
  (path.split("/").filter(Boolean).at(-1) ?? "")
    .toLowerCase()
    .replace(/(\.(gz|csv|ndjson|jsonl|json|parquet|txt|xml|html|warc))+$/, "")
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, 100) || "import";

const unknownFormat = (name: string): string =>
  `--format ${name}: expected one of ${[...new Set([...formats.keys(), "hn", WARC, ...platforms.keys()])].sort().join(", ")}`;

/** A web archive: its postings are of the platform that reads any site's schema.org mark-up. */
const archiveErrand = async (job: Job, wanted: Wanted): Promise<Errand> => {
  const source = sourceId(wanted.source ?? nameOf(job.path));
  const how = { source: wanted.source, note: wanted.note };
  return {
    path: job.path,
    source,
    platform: "jsonld",
    id: await batchId(job, WARC, source),
    kilobytes: kilobytesOf(job),
    check: async () => undefined,
    fill: async (batch, tick) => {
      for (const file of job.files) await importArchive(file, batch, { ...how, tick });
    },
  };
};

const rowErrand = async (job: Job, wanted: Wanted, map: ImportMap, name: string): Promise<Errand> => {
  const format = formats.get(name);
  const { columns } = map;
  if (!format || !columns) throw new ImportError(`${job.path}: the map has no columns, which ${name} needs`);
  const source = sourceId(wanted.source ?? map.source ?? nameOf(job.path));
  const how: RowImport = { map, columns, format, note: wanted.note };
  return {
    path: job.path,
    source,
    platform: map.platform,
    id: await batchId(job, name, map, source),
    kilobytes: kilobytesOf(job),
    check: () => checkColumns(job, how),
    fill: (batch, tick) => importRows(job, how, batch, tick),
  };
};

const answerErrand = async (
  job: Job,
  wanted: Wanted,
  name: string,
  answer: Omit<Answer, "file" | "platform">,
): Promise<Errand> => {
  const platform = platforms.get(name);
  if (!platform) throw new ImportError(unknownFormat(name));
  const source = sourceId(wanted.source ?? wanted.map?.source ?? name);
  const board = answer.board ?? source;
  const details = answer.details ?? [];
  const constants = {
    ...wanted.map?.constants,
    ...(answer.employer === undefined ? {} : { employer: answer.employer }),
  };
  const asked = { id: source, platform: name, board, enabled: true };
  const how: AnswerImport = { platform, source: asked, constants, note: wanted.note };
  return {
    path: job.path,
    source,
    platform: name,
    board,
    id: await batchId(job, name, constants, source, board),
    kilobytes: kilobytesOf(job),
    check: async () => undefined,
    fill: async (batch, tick) => {
      const lists = job.files.filter((file) => !details.includes(file));
      for (const file of lists) tick(await importAnswers(file, details, how, batch));
    },
  };
};

/** Comments as lines are rows; a thread as the site's own API gives it is an answer of the platform `hn`. */
const isCommentLines = (path: string): boolean => /\.(ndjson|jsonl)(\.gz)?$/.test(path);

const errandFor = (job: Job, wanted: Wanted): Promise<Errand> => {
  const { format: name, map } = wanted;
  if (name === WARC) return archiveErrand(job, wanted);
  if (formats.has(name)) return rowErrand(job, wanted, map ?? committedMap("own"), name);
  if (name === "hn" && isCommentLines(job.path)) return rowErrand(job, wanted, map ?? committedMap("hn"), "ndjson");
  return answerErrand(job, wanted, name, {});
};

/**
 * The batches that paths stand for.
 * @throws ImportError where a path, the format or the source's name cannot be used
 */
export const fileErrands = async (wanted: Wanted): Promise<Errand[]> => {
  const { format: name, paths } = wanted;
  if (!formats.has(name) && !platforms.has(name) && name !== WARC) throw new ImportError(unknownFormat(name));
  const errands: Errand[] = [];
  const folderIsOne = formats.get(name)?.folder ?? (name !== "hn" && name !== WARC);
  for (const job of jobsFor(paths, folderIsOne)) errands.push(await errandFor(job, wanted));
  return errands;
};

/** The batches of a map that lists files of platform answers; `inRoot` says where a listed file is. */
export const answerErrands = async (wanted: Wanted, inRoot: (file: string) => string): Promise<Errand[]> => {
  const errands: Errand[] = [];
  for (const { file, platform, ...answer } of wanted.map?.answers ?? []) {
    const path = inRoot(file);
    const details = (answer.details ?? []).map(inRoot);
    errands.push(await answerErrand({ path, files: [path, ...details] }, wanted, platform, { ...answer, details }));
  }
  return errands;
};
