import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { sqlText } from "../../models/sql-text.js";
import { BrokenFile, bytesOf, isGzip } from "./bytes.js";
import { brokenOff } from "./ndjson.js";
import type { Reader } from "./row.js";

/** Parquet has its directory at the end, so a compressed file is unpacked beside first. */
async function* unpacked(file: string): AsyncGenerator<string> {
  if (!(await isGzip(file))) {
    yield file;
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "certworth-parquet-"));
  try {
    const plain = join(folder, "file.parquet");
    await pipeline(Readable.from(bytesOf(file)), createWriteStream(plain));
    yield plain;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A path as the engine takes it: marks that it would read as a pattern, and so as other files, stand for themselves. */
const exactly = (path: string): string => sqlText(path.replace(/[*?[]/g, (mark) => `[${mark}]`));

/** The rows of a Parquet file, counted from 1 in place of lines; a damaged file is refused as one. */
export const parquet: Reader = async function* (file) {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "256MB" });
  const connection = await instance.connect();
  let line = 0;
  try {
    for await (const path of unpacked(file)) {
      const result = await connection.stream(`SELECT * FROM read_parquet(${exactly(path)})`);
      for await (const rows of result.yieldRowObjectJson()) {
        for (const values of rows) {
          line += 1;
          yield { values, line };
        }
      }
    }
  } catch (error) {
    if (error instanceof BrokenFile) yield brokenOff(file, error);
    else {
      const reason = `not readable as Parquet after row ${line}: ${(error as Error).message.split("\n")[0]}`;
      yield { where: file, line: line + 1, field: "parquet", value: "", reason };
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
