import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { DuckDBConnection } from "@duckdb/node-api";
import { valueWithoutContacts, withoutContacts } from "../../extractors/privacy.js";
import { filesBelow } from "../../models/files.js";
import { LAKE_COLUMNS } from "../../models/lake-columns.js";
import { below } from "../../models/lake-place.js";
import type { RawPosting } from "../../models/posting.js";
import { sqlText } from "../../models/sql-text.js";
import type { Refusal } from "../sources/platform.js";
import { jsonColumns } from "./columns.js";
import { type Layout, postingId } from "./layout.js";
import { LineFile } from "./line-file.js";
import { put, putText } from "./put.js";
import type { KeptAnswer, MakeRows, Rows, RowsTask } from "./rows.js";

export interface BatchOptions {
  /** Content hash made by the caller; the name of every file that the batch leaves. */
  id: string;
  source: string;
  platform: string;
  board?: string;
  /** ISO date on which the batch was read. */
  seen_on: string;
  /** True for a crawl: postings are seen open, and get a sighting. */
  open?: boolean;
  /** Told of every refusal as it comes. */
  onRefusal?: (refusal: Refusal) => void;
}

/** Numbers of postings: `unchanged` counts those that the lake, or this batch, already had word for word. */
export interface BatchResult {
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
}

/** Where a batch reads the time from and how it reaches the lake's engine. */
export interface BatchHost {
  paths: Layout;
  /** A connection whose table `version` has the key of every version of a posting that the lake holds. */
  connection: () => Promise<DuckDBConnection>;
  /** Ids of the batches whose markers stand. */
  committed: Set<string>;
  makeRows: MakeRows;
}

/** A live board says what an advert is now: one that goes back to earlier words is a change. An archive may be of any day. */
const LATEST_ONLY = "QUALIFY row_number() OVER (PARTITION BY posting_id ORDER BY seen_on DESC, version.rowid DESC) = 1";
/** Characters of postings and answers that wait to be made rows together. */
const TASK_CHARS = 1 << 18;
/** Tasks under way from which on `ready` makes the caller wait: a bound on memory. */
const MOST_TASKS = 4;
const LONGEST_KEPT_ITEM = 64 << 10;
const LONGEST_KEPT_VALUE = 200;

/**
 * A set of postings that enters the lake whole or not at all. Rows wait in temporary files; `commit` writes
 * Parquet under names that depend on the batch id only, puts it into place and sets the marker last. A batch that was
 * killed in between is simply written again under the same names.
 */
export class Batch {
  readonly #folder: string;
  readonly #postings: LineFile;
  readonly #refusals: LineFile;
  readonly #raw: LineFile;
  readonly #sighted: LineFile;
  readonly #tasks = new Set<Promise<void>>();
  #waiting: RowsTask = { postings: [], answers: [] };
  #waitingChars = 0;
  #id: string;

  constructor(
    private readonly host: BatchHost,
    private readonly options: BatchOptions,
  ) {
    this.#id = options.id;
    this.#folder = join(host.paths.temporary, `${options.id}-${process.pid}`);
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
    this.#postings = new LineFile(join(this.#folder, "postings.ndjson"));
    this.#refusals = new LineFile(join(this.#folder, "refusals.ndjson"));
    this.#raw = new LineFile(join(this.#folder, "raw.ndjson"));
    this.#sighted = new LineFile(join(this.#folder, "sighted.ndjson"));
  }

  /** Takes one validated posting. `own` says where a row names its source, its board or the day it was read on itself. */
  add(raw: RawPosting, own: { source?: string; board?: string; seen_on?: string } = {}): void {
    const source = own.source ?? this.options.source;
    const board = own.board ?? own.source ?? this.options.board ?? this.options.source;
    const { platform, open = false } = this.options;
    const seen_on = own.seen_on ?? this.options.seen_on;
    this.#waiting.postings.push({ raw, from: { source, platform, board, seen_on, open } });
    this.#wait((raw.html ?? raw.text ?? "").length);
  }

  /** Keeps an answer of the network as it came, without the contacts in it. */
  keepAnswer(answer: Omit<KeptAnswer, "fetched_on">): void {
    this.#waiting.answers.push({ ...answer, fetched_on: this.options.seen_on });
    this.#wait(answer.body.length);
  }

  /** Resolves when not too many rows are being made; a caller that adds without end awaits it now and then. */
  async ready(): Promise<void> {
    while (this.#tasks.size >= MOST_TASKS) await Promise.race(this.#tasks);
  }

  #wait(chars: number): void {
    this.#waitingChars += chars;
    if (this.#waitingChars > TASK_CHARS) this.#makeRows();
  }

  #makeRows(): void {
    const task = this.#waiting;
    this.#waiting = { postings: [], answers: [] };
    this.#waitingChars = 0;
    const made = this.host.makeRows(task);
    if (made instanceof Promise) {
      const appended = made.then((rows) => this.#append(rows)).finally(() => this.#tasks.delete(appended));
      this.#tasks.add(appended);
    } else this.#append(made);
  }

  #append({ postings, raw }: Rows): void {
    this.#postings.append(postings);
    this.#raw.append(raw);
  }

  /** Notes that a posting of an earlier batch is still open. */
  sight(requisition: string): void {
    const { platform, source, board = source } = this.options;
    this.#sighted.add({ posting_id: postingId(platform, board, requisition) });
  }

  refuse(refusal: Refusal): void {
    const all = valueWithoutContacts(refusal.item);
    const whole = JSON.stringify(all) ?? "";
    const item =
      whole.length > LONGEST_KEPT_ITEM ? { cut: whole.slice(0, LONGEST_KEPT_ITEM), chars: whole.length } : all;
    const value = withoutContacts(refusal.value.slice(0, 5 * LONGEST_KEPT_VALUE)).slice(0, LONGEST_KEPT_VALUE);
    const kept = { ...refusal, value, reason: withoutContacts(refusal.reason), item };
    this.options.onRefusal?.(kept);
    this.#refusals.add({ ...kept, batch: this.#id, source: this.options.source });
  }

  abandon(): void {
    this.#close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #close(): void {
    this.#postings.close();
    this.#refusals.close();
    this.#raw.close();
    this.#sighted.close();
  }

  /**
   * Puts the batch into the lake.
   * @param as.id the name to commit under, where the batch turned out to be something else than it set out to be (a crawl
   *   that was cut short must not pass for the day's whole one)
   * @param as.outcome what the marker shall say of the source's health, made from the counts: it enters with the postings,
   *   so that no kill can part them
   */
  async commit(as: { id?: string; outcome?: (result: BatchResult) => object } = {}): Promise<BatchResult> {
    this.#id = as.id ?? this.options.id;
    const { source, platform, seen_on } = this.options;
    const { paths, committed } = this.host;
    this.#makeRows();
    await Promise.all(this.#tasks);
    this.#close();
    const counts = await this.#writeTables();
    const result = { ...counts, refused: this.#refusals.lines };
    const files = await this.#moveTables();
    await this.#moveLines(this.#raw, below(paths.raw, `source=${source}`, `date=${seen_on}`, `${this.#id}.ndjson.gz`));
    await this.#moveLines(this.#refusals, below(paths.quarantine, `${this.#id}.ndjson.gz`));
    const outcome = as.outcome === undefined ? {} : { outcome: as.outcome(result) };
    const marker = { batch: this.#id, source, platform, seen_on, ...result, files, ...outcome };
    const connection = await this.host.connection();
    const to = below(paths.batches, `${this.#id}.json`);
    await putText(connection, `${JSON.stringify(marker)}\n`, { temporary: this.#folder, to });
    committed.add(this.#id);
    await connection.run(
      "INSERT INTO version SELECT posting_id, content_hash, facts_hash, seen_on FROM news; DROP TABLE news;",
    );
    rmSync(this.#folder, { recursive: true, force: true });
    return result;
  }

  /** Sorts the rows into new, changed and known ones and writes the first two as Parquet, by month. */
  async #writeTables(): Promise<Omit<BatchResult, "refused">> {
    const connection = await this.host.connection();
    const { open = false } = this.options;
    await connection.run(`
      CREATE OR REPLACE TEMP TABLE incoming AS
        SELECT *, row_number() OVER (PARTITION BY posting_id, content_hash) AS copy
        FROM read_json(${sqlText(this.#postings.path)}, format = 'newline_delimited', maximum_object_size = ${this.#postings.lineBound},
                       columns = ${jsonColumns(LAKE_COLUMNS.posting)});
      CREATE OR REPLACE TEMP TABLE known AS SELECT * FROM version SEMI JOIN incoming USING (posting_id)
        ${open ? LATEST_ONLY : ""};
      CREATE OR REPLACE TEMP TABLE news AS
        SELECT incoming.*, posting_id IN (SELECT posting_id FROM known) AS is_change
        FROM incoming ANTI JOIN known ON known.posting_id = incoming.posting_id AND known.content_hash = incoming.content_hash
          AND coalesce(known.facts_hash, incoming.facts_hash) = incoming.facts_hash
        WHERE copy = 1;`);
    await this.#copyPostings(connection);
    if (open && this.#postings.lines + this.#sighted.lines > 0) await this.#copySightings(connection);
    const reader = await connection.runAndReadAll(`
      SELECT count(*) FILTER (NOT is_change)::INTEGER AS added, count(*) FILTER (is_change)::INTEGER AS changed,
             ((SELECT count(*) FROM incoming) - count(*))::INTEGER AS unchanged FROM news`);
    await connection.run("DROP TABLE known; DROP TABLE incoming;");
    return reader.getRowObjectsJS()[0] as unknown as Omit<BatchResult, "refused">;
  }

  async #copyPostings(connection: DuckDBConnection): Promise<void> {
    await connection.run(`
      COPY (SELECT * EXCLUDE (copy, is_change), coalesce(strftime(posted_on, '%Y-%m'), 'unknown') AS posted_month
            FROM news ORDER BY posted_month, posting_id, content_hash)
      TO ${sqlText(join(this.#folder, "postings"))}
      (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (posted_month), FILENAME_PATTERN 'part{i}')`);
  }

  async #copySightings(connection: DuckDBConnection): Promise<void> {
    const { seen_on, source } = this.options;
    const folder = join(this.#folder, "sightings", `date=${seen_on}`);
    mkdirSync(folder, { recursive: true });
    await connection.run(`
      COPY (SELECT posting_id, ${sqlText(source)} AS source, DATE ${sqlText(seen_on)} AS seen_on, ${sqlText(this.#id)} AS batch
            FROM (SELECT posting_id FROM incoming
                  UNION SELECT posting_id FROM read_json(${sqlText(this.#sighted.path)}, format = 'newline_delimited',
                                                         columns = {posting_id: 'VARCHAR'}))
            ORDER BY posting_id)
      TO ${sqlText(join(folder, "part0.parquet"))} (FORMAT parquet, COMPRESSION zstd)`);
  }

  async #moveTables(): Promise<string[]> {
    const connection = await this.host.connection();
    const moved: string[] = [];
    for (const table of ["postings", "sightings"] as const) {
      const from = join(this.#folder, table);
      for (const file of filesBelow(from, ".parquet")) {
        const partition = relative(from, file).split("/")[0] ?? "";
        const to = below(this.host.paths[table], partition, `${this.#id}.parquet`);
        await put(connection, file, to);
        moved.push(relative(this.host.paths.lake, to));
      }
    }
    return moved;
  }

  async #moveLines(lines: LineFile, to: string): Promise<void> {
    if (lines.lines === 0 || !existsSync(lines.path)) return;
    const zipped = `${lines.path}.gz`;
    await pipeline(createReadStream(lines.path), createGzip({ level: 4 }), createWriteStream(zipped));
    await put(await this.host.connection(), zipped, to);
  }
}
