import type { DuckDBConnection } from "@duckdb/node-api";
import { publishMart } from "../engine.js";
import type { Model } from "../model.js";
import { cutView, PLACES } from "./cut.js";
import { fill } from "./fill.js";
import { renew } from "./renew.js";
import { type Run, sliceColumn, yearOf } from "./run.js";
import { type Stamps, stampsByInputs, stampsByRows, stampsByYears, stampsOfWholes } from "./stamps.js";
import { ascending, isById, REMEMBERED, rowsLost, rowsOf, tableOf, type Work, workOf } from "./work.js";

/** Postings whose rows are made at a time: what their joins and groups need stays within the engine's memory. */
const POSTINGS_AT_A_TIME = 1_000_000;

/**
 * Makes the sliced models of a build: only the slices whose inputs are not those that the kept rows were made from. A sliced model
 * is a table of `kept`, seen as `intermediate.<name>`, or a mart of `published`; `slice.<name>` is what is read of it while a slice is made.
 */
export class Keeper {
  readonly #connection: DuckDBConnection;
  readonly #stored: ReadonlyMap<string, Stamps>;
  readonly #atATime: number;
  readonly #stamps = new Map<string, Stamps>();
  readonly #wholeOf: (id: string) => Promise<string>;
  readonly #sizes = new Map<number, number>();
  /** How many rows this build put into tables that stood, by model. */
  readonly #added = new Map<string, number>();
  readonly #slices = new Map<string, number[]>();
  /** The tables that stood when the first sliced model was made. */
  #standing: ReadonlySet<string> | null = null;

  /** `stored`: the stamps of the rows that earlier builds left, by model; `atATime`: postings whose rows are made at a time. */
  constructor(connection: DuckDBConnection, stored: ReadonlyMap<string, Stamps>, atATime = POSTINGS_AT_A_TIME) {
    this.#connection = connection;
    this.#wholeOf = stampsOfWholes(connection);
    this.#stored = stored;
    this.#atATime = atATime;
  }

  /** The stamps of this build so far, by model. */
  get stamps(): ReadonlyMap<string, Stamps> {
    return this.#stamps;
  }

  /**
   * Lets the rows of a model that this build made be seen as `made.<name>`: what stands from earlier builds was checked then.
   * Returns that relation.
   */
  async seeMade(model: Model): Promise<string> {
    const added = this.#added.get(model.id);
    const made =
      added === undefined
        ? `VIEW made.${model.name} AS FROM ${model.id}`
        : `TABLE made.${model.name} AS FROM ${tableOf(model)} WHERE ${await this.#last(model, added)}`;
    await this.#connection.run(`CREATE ${made}`);
    return `made.${model.name}`;
  }

  /** Takes note of which slices of a model that was made whole say what. */
  async note(model: Model): Promise<void> {
    this.#stamps.set(model.id, await stampsByRows(this.#connection, model));
    await this.#see(model);
  }

  /** Makes a model anew in its stale slices, or whole where all postings are looked at anew. Returns the slices; null for all. */
  async renew(model: Model): Promise<number[] | null> {
    const { by } = model.slices!;
    const rows = await renew(this.#connection, model, (id) => by !== "block" && this.#stamps.has(id));
    await this.#connection.run(`CREATE VIEW ${model.id} AS FROM ${tableOf(model)}`);
    if (by === "block") return null;
    if (rows === null) await this.note(model);
    return rows === null ? null : this.#noteRenewed(model, rows);
  }

  /** The slices of a model that this build made anew by their inputs. */
  slicesMade(id: string): readonly number[] {
    return this.#slices.get(id) ?? [];
  }

  async #noteRenewed(model: Model, rows: string): Promise<number[]> {
    const found = await this.#rows(`FROM intermediate.stale_${model.name} ORDER BY slice`);
    const slices = found.flat() as number[];
    const stale = new Set(slices);
    const stay = [...(this.#stored.get(model.id) ?? [])].filter(([slice]) => !stale.has(slice));
    this.#stamps.set(model.id, new Map([...stay, ...(await stampsByRows(this.#connection, model, rows))]));
    await this.#see(model);
    return slices;
  }

  /** Lets a model be cut to slices, and learns their sizes from the one that has all postings. */
  async #see(model: Model): Promise<void> {
    await cutView(this.#connection, model);
    if (model.id !== PLACES["staging.posting"]!.model) return;
    const sizes = `SELECT ${sliceColumn("posting_no")} AS slice, count(*)::INTEGER FROM ${model.id} GROUP BY slice`;
    for (const [slice, size] of (await this.#rows(sizes)) as [number, number][]) this.#sizes.set(slice, size);
  }

  /** Makes the stale slices of a model. Returns the months (or the slice of the undated) that were made, in their order. */
  async make(model: Model): Promise<number[]> {
    const work = await this.#workOf(model);
    if (work.stands) await this.#lose(model, work);
    const isSliced = (id: string) => this.#stamps.has(id);
    const added = await fill(this.#connection, model, work, { isSliced, isAll: this.#isEverything(work.making) });
    if (work.stands) this.#added.set(model.id, added);
    if (model.layer === "marts") await publishMart(this.#connection, model);
    else {
      await this.#connection.run(`CREATE VIEW ${model.id} AS FROM ${tableOf(model)}`);
      await cutView(this.#connection, model);
    }
    this.#stamps.set(model.id, work.stamps);
    this.#slices.set(model.id, work.stale);
    return work.stale;
  }

  async #rows(sql: string): Promise<unknown[][]> {
    return (await this.#connection.runAndReadAll(sql)).getRows();
  }

  async #stands({ layer, name }: Model): Promise<boolean> {
    if (this.#standing === null) {
      const found = await this.#rows("SELECT database_name, table_name FROM duckdb_tables()");
      this.#standing = new Set(found.map(([database, table]) => `${database} ${table}`));
    }
    return this.#standing.has(`${layer === "marts" ? "published" : "kept"} ${name}`);
  }

  async #workOf(model: Model): Promise<Work> {
    const stands = await this.#stands(model);
    const before: Stamps = (stands && this.#stored.get(model.id)) || new Map();
    const ofMonths = await this.#stampsOf(model);
    if (model.slices!.by !== "year")
      return workOf({ stands, stamps: ofMonths, before, months: 1 }, this.#sizes, this.#atATime);
    return workOf({ stands, stamps: stampsByYears(ofMonths), before, months: 12 }, this.#yearSizes(), this.#atATime);
  }

  #yearSizes(): Map<number, number> {
    const years = new Map<number, number>();
    for (const [month, size] of this.#sizes) years.set(yearOf(month), (years.get(yearOf(month)) ?? 0) + size);
    return years;
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

  /** Takes the rows of stale slices out of a table. */
  async #lose(model: Model, work: Work): Promise<void> {
    const table = tableOf(model);
    const lost = rowsLost(model, work);
    const remembered = REMEMBERED[model.id];
    if (remembered)
      await this.#connection.run(
        `CREATE TEMP TABLE lost_${remembered.name} AS SELECT ${remembered.columns} FROM ${table} WHERE ${lost}`,
      );
    if (work.losing.length === 0) return;
    const rows = isById(model) ? `posting_id IN (SELECT posting_id FROM lost_posting) OR ${rowsOf(model, work)}` : lost;
    await this.#connection.run(`DELETE FROM ${table} WHERE ${rows}`);
  }

  /** The rows that were put into a table last, by their places: nothing else need be read of it to find them. */
  async #last(model: Model, count: number): Promise<string> {
    const [[last]] = (await this.#rows(`SELECT max(rowid) FROM ${tableOf(model)}`)) as [[bigint | null]];
    return last === null ? "false" : `rowid > ${last - BigInt(count)}`;
  }

  /** Whether one run holds all postings: then all files are read, as one list. */
  #isEverything(runs: Run[]): boolean {
    const slices = ascending(this.#sizes.keys());
    const [run, ...more] = runs;
    return run !== undefined && more.length === 0 && run.first <= slices[0]! && run.last >= slices.at(-1)!;
  }
}
