import { constants, copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { syncPath } from "../../models/files.js";
import { sqlText } from "../../models/sql-text.js";
import type { Stamps } from "./stamps.js";

/** Where the rows of sliced models are kept from one build to the next, and where this build works on a copy of them. */
export interface KeptFiles {
  standing: string;
  next: string;
}

/** Raised where code, and not SQL files, makes kept rows otherwise than before (touched.ts, stale.ts, near-copies.ts). */
const KEPT_VERSION = 2;

/** What is common to all slices: where it is another, none of the kept rows can be used. Read after the types were made. */
const basisOf = async (connection: DuckDBConnection, facts: readonly string[]): Promise<string> => {
  const types = ["entity_id", "requirement_level", "source_name", "scope_name"];
  const ranges = types.map((type) => `enum_range(NULL::${type})::VARCHAR`).join(", ");
  const rows = await connection.runAndReadAll(`SELECT sha256(concat_ws(' ', version(), ${ranges}))`);
  return JSON.stringify([KEPT_VERSION, ...facts, rows.getRows()[0]![0]]);
};

const attach = async (connection: DuckDBConnection, path: string): Promise<void> => {
  await connection.run(`ATTACH ${sqlText(path)} AS kept (STORAGE_VERSION 'v1.4.0')`);
};

/** What earlier builds left: the stamps of the kept rows by model, and the fingerprint of the warehouse that they went into. */
export interface Kept {
  basis: string;
  stored: Map<string, Stamps>;
  warehouse: string | null;
}

const readKept = async (connection: DuckDBConnection, basis: string): Promise<Kept | null> => {
  const found = new Map<string, Stamps>();
  const same = await connection.runAndReadAll(`SELECT warehouse FROM kept.basis WHERE basis = ${sqlText(basis)}`);
  const [row] = same.getRows() as [string][];
  if (row === undefined) return null;
  const rows = (await connection.runAndReadAll("SELECT model, slice, stamp FROM kept.stamp")).getRows();
  for (const [model, slice, stamp] of rows as [string, number, string][])
    found.set(model, (found.get(model) ?? new Map<number, string>()).set(slice, stamp));
  return { basis, stored: found, warehouse: row[0] };
};

/**
 * Attaches what earlier builds kept as `kept`: a copy, so that a build that fails leaves it as it was. Empty where nothing is
 * kept, where it cannot be read, or where it rests on other code, types or versions (`facts`).
 */
export const attachKept = async (
  connection: DuckDBConnection,
  files: KeptFiles | null,
  facts: readonly string[],
): Promise<Kept> => {
  const basis = await basisOf(connection, facts);
  if (files && existsSync(files.standing)) {
    copyFileSync(files.standing, files.next, constants.COPYFILE_FICLONE);
    try {
      await attach(connection, files.next);
      const kept = await readKept(connection, basis);
      if (kept) return kept;
      await connection.run("DETACH kept");
    } catch {
      await connection.run("DETACH DATABASE IF EXISTS kept");
    }
    rmSync(files.next, { force: true });
  }
  await attach(connection, files?.next ?? ":memory:");
  return { basis, stored: new Map(), warehouse: null };
};

/** Writes what the kept rows were made from and which warehouse they went into, by its fingerprint, and closes the file. */
export const closeKept = async (
  connection: DuckDBConnection,
  { basis, warehouse }: { basis: string; warehouse: string },
  stamps: ReadonlyMap<string, Stamps>,
): Promise<void> => {
  await connection.run(
    `CREATE OR REPLACE TABLE kept.basis AS SELECT ${sqlText(basis)} AS basis, ${sqlText(warehouse)} AS warehouse`,
  );
  await connection.run("CREATE OR REPLACE TABLE kept.stamp (model VARCHAR, slice INTEGER, stamp VARCHAR)");
  const appender = await connection.createAppender("stamp", "main", "kept");
  for (const [model, slices] of stamps)
    for (const [slice, stamp] of slices) {
      appender.appendVarchar(model);
      appender.appendInteger(slice);
      appender.appendVarchar(stamp);
      appender.endRow();
    }
  appender.closeSync();
  await connection.run("CHECKPOINT kept");
  await connection.run("DETACH kept");
};

/** Puts the copy in the place of what stood. */
export const replaceKept = ({ standing, next }: KeptFiles): void => {
  syncPath(next);
  renameSync(next, standing);
};
