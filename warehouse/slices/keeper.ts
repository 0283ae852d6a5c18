import type { DuckDBConnection } from "@duckdb/node-api";
import { quoteList } from "../columns.js";
import { type Model, REFERENCE } from "../model.js";
import { boundsOf, type Run, runsOf, sliceColumn } from "./run.js";
import { type Stamps, stampOfWhole, stampsByInputs, stampsByRows } from "./stamps.js";

/** Postings whose rows are made at a time: what their joins and groups need stays within the engine's memory. */
const POSTINGS_AT_A_TIME = 1_000_000;

/** The relations over the lake's files, and the models that say which of their rows stand in which slice, and in which file. */
const PLACES: Readonly<Record<string, { model: string; files: string }>> = {
  "staging.posting": { model: "intermediate.version", files: "posting_files" },
  "staging.extraction": { model: "intermediate.reading_place", files: "extraction_files" },
};

const nameOf = (id: string): string => id.slice(id.indexOf(".") + 1);

/**
 * Makes the sliced models of a build: only the slices whose inputs are not those that the kept rows were made from. A sliced model
 * is a table of the database `kept`, seen as `intermediate.<name>` by the others, and cut to a run of slices as `slice.<name>`.
 */
export class Keeper {
  readonly #stamps = new Map<string, Stamps>();
  readonly #wholes = new Map<string, string>();
  readonly #sizes = new Map<number, number>();

  /** `stored`: the stamps of the tables that `kept` has, by model. */
  constructor(
    readonly connection: DuckDBConnection,
    readonly stored: ReadonlyMap<string, Stamps>,
  ) {}

  /** The stamps of this build so far, by model. */
  get stamps(): ReadonlyMap<string, Stamps> {
    return this.#stamps;
  }

  /** Takes note of which slices of a model that was made whole say what. */
  async note(model: Model): Promise<void> {
    this.#stamps.set(model.id, await stampsByRows(this.connection, model));
    await this.#view(model);
    if (model.id !== PLACES["staging.posting"]!.model) return;
    const sizes = await this.connection.runAndReadAll(
      `SELECT ${sliceColumn("posting_no")} AS slice, count(*)::INTEGER FROM ${model.id} GROUP BY slice`,
    );
    for (const [slice, size] of sizes.getRows() as [number, number][]) this.#sizes.set(slice, size);
  }

  /** Makes a sliced model. Returns the slices that were made anew. */
  async make(model: Model): Promise<number[]> {
    const stamps = await this.#stampsOf(model);
    const before: Stamps = this.stored.get(model.id) ?? new Map();
    const stale = [...stamps.keys()].filter((slice) => before.get(slice) !== stamps.get(slice));
    const gone = [...before.keys()].filter((slice) => !stamps.has(slice));
    const all = [...new Set([...stamps.keys(), ...before.keys()])].sort((a, b) => a - b);
    const runs = (slices: number[]) =>
      runsOf(
        slices.sort((a, b) => a - b),
        all,
        this.#sizes,
        POSTINGS_AT_A_TIME,
      );
    const table = `kept.${model.name}`;
    if (before.size > 0)
      for (const run of runs([...stale, ...gone]))
        await this.connection.run(`DELETE FROM ${table} WHERE ${this.#within(model, run)}`);
    await this.#fill(model, table, before.size > 0, runs(stale));
    await this.connection.run(`CREATE VIEW ${model.id} AS FROM ${table}`);
    await this.#view(model);
    this.#stamps.set(model.id, stamps);
    return stale;
  }

  async #stampsOf(model: Model): Promise<Stamps> {
    const sliced: Stamps[] = [];
    const wholes: string[] = [];
    for (const read of model.reads) {
      const stamps = this.#stamps.get(PLACES[read]?.model ?? read);
      if (stamps) sliced.push(stamps);
      else wholes.push(await this.#wholeOf(read));
    }
    return stampsByInputs(model.sql, wholes, sliced);
  }

  async #wholeOf(id: string): Promise<string> {
    const known = this.#wholes.get(id) ?? (await stampOfWhole(this.connection, id));
    this.#wholes.set(id, known);
    return known;
  }

  /** The rows of a run of slices. */
  #within({ slices }: Model, run: Run): string {
    return `${slices!.by} BETWEEN ${boundsOf(slices!.by, run).join(" AND ")}`;
  }

  async #view({ id, name, slices }: Model): Promise<void> {
    const by = slices!.by;
    await this.connection.run(`CREATE VIEW slice.${name} AS FROM ${id}
      WHERE ${by} BETWEEN getvariable('first_${by}') AND getvariable('last_${by}')`);
  }

  async #fill(model: Model, table: string, stands: boolean, runs: Run[]): Promise<void> {
    const sql = model.sql.replaceAll(REFERENCE, (id) => (this.#stamps.has(id) ? `slice.${nameOf(id)}` : id));
    const files = this.#everything(runs) ? [] : model.reads.flatMap((read) => PLACES[read] ?? []);
    let made = stands;
    for (const run of runs.length === 0 && !stands ? [{ first: 0, last: 0 }] : runs) {
      await this.#cut(run, files);
      await this.connection.run(made ? `INSERT INTO ${table} ${sql}` : `CREATE TABLE ${table} AS ${sql}`);
      made = true;
    }
    for (const { files: name } of files) await this.connection.run(`SET VARIABLE ${name} = getvariable('all_${name}')`);
  }

  /** Whether one run holds all postings: then all files are read, as one list. */
  #everything(runs: Run[]): boolean {
    const [first = 0, last = -1] = [Math.min(...this.#sizes.keys()), Math.max(...this.#sizes.keys())];
    return runs.length === 1 && runs[0]!.first <= first && runs[0]!.last >= last;
  }

  /** Cuts what is read to a run of slices, and to the files that have rows of it. */
  async #cut(run: Run, files: { model: string; files: string }[]): Promise<void> {
    for (const by of ["posting_no", "month"] as const) {
      const [first, last] = boundsOf(by, run);
      await this.connection.run(`SET VARIABLE first_${by} = ${first}`);
      await this.connection.run(`SET VARIABLE last_${by} = ${last}`);
    }
    for (const { model, files: name } of files) {
      const rows = await this.connection.runAndReadAll(
        `SELECT DISTINCT file FROM slice.${nameOf(model)} ORDER BY file`,
      );
      await this.connection.run(
        `SET VARIABLE ${name} = getvariable('all_${name}')[:1] || ${quoteList(rows.getRows().flat() as string[])}`,
      );
    }
  }
}
