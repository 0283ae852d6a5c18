import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { syncPath } from "../models/files.js";
import { sqlText } from "../models/sql-text.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an edition keeps of a warehouse: the rows of marts.vintage of its own day. */
const EDITION = "FROM marts.vintage WHERE vintage = getvariable('vintage')::DATE ORDER BY certificate_id";

/** Files of the editions of a data directory, one a day. */
const vintagePath = (dataDir: string, day: string): string => join(dataDir, "vintages", `${day}.parquet`);

/** The day of an edition, checked. @throws where it is no ISO date: it becomes a file's name and a date */
export const checkVintage = (day: string | undefined): void => {
  if (day === undefined || (DAY.test(day) && !Number.isNaN(Date.parse(day)))) return;
  throw new RangeError(`vintage "${day}" is no day; write it as YYYY-MM-DD`);
};

/**
 * Writes what the new warehouse says, beside where it will stand; the returned function puts it there. An edition of the same day
 * is replaced: what the day ended with was published.
 */
export const writeVintage = async (
  connection: DuckDBConnection,
  dataDir: string,
  { day, folder }: { day: string; folder: string },
): Promise<() => void> => {
  const written = join(folder, "vintage.parquet");
  await connection.run(`COPY (${EDITION}) TO ${sqlText(written)} (FORMAT parquet, COMPRESSION zstd)`);
  return () => {
    const path = vintagePath(dataDir, day);
    mkdirSync(join(dataDir, "vintages"), { recursive: true });
    syncPath(written);
    renameSync(written, path);
    syncPath(join(dataDir, "vintages"));
  };
};
