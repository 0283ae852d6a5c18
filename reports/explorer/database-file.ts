import { fork } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { packagePath } from "../../models/package-root.js";

/** Built code, also where this runs from source in a test: a process cannot start from TypeScript. */
const WRITER = packagePath("dist", "reports", "explorer", "write-file.js");

/**
 * DuckDB stores its blocks with the bytes that it does not use as they were in memory: they would differ from run to run, and
 * could hold what was there before. On Linux its allocator (jemalloc) and the C library's clear what they give where this is
 * set when a process starts.
 */
const CLEARED = { DUCKDB_JE_MALLOC_CONF: "zero:true", MALLOC_PERTURB_: "255" };

/**
 * Writes the marts as one DuckDB file for the explorer, whose build reads neither Parquet nor JSON. Done by another process,
 * whose memory is cleared, beside the drawing of the pages: two files from one warehouse are equal to the byte.
 * @throws with what that process said, where it failed
 */
export async function writeExplorerFile(
  warehouse: string,
  file: string,
  quotes: boolean,
  signal?: AbortSignal,
): Promise<void> {
  const writer = fork(WRITER, [warehouse, file, quotes ? "quotes" : "counts"], {
    env: { ...process.env, ...CLEARED },
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    ...(signal === undefined ? {} : { signal }),
  });
  const [said, [code]] = await Promise.all([text(writer.stderr!), once(writer, "exit") as Promise<[number | null]>]);
  if (code !== 0)
    throw new Error(`${file}: it could not be written: ${said.trim() || `its process ended with ${code}`}`);
}
