import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Extractor } from "../../extractors/extraction.js";
import { LAKE_COLUMNS } from "../../models/lake-columns.js";
import { sqlText } from "../../models/sql-text.js";
import { reach } from "../../warehouse/bucket/httpfs.js";
import { linesToParquet } from "../lake/columns.js";
import { LineFile } from "../lake/line-file.js";
import { put } from "../lake/put.js";
import { extractionRow } from "./extraction-row.js";

/** One file of postings and the file of extractions that answers it: same name, same partition. */
export interface ExtractTask {
  postings: string;
  extractions: string;
  /** An own folder for what is not finished. */
  temporary: string;
}

export interface ExtractCounts {
  postings: number;
  mentions: number;
  chars: number;
}

const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "400MB" });

/** Reads every posting of one file, extracts, and puts the answers into place whole. */
export const extractFile = async (task: ExtractTask, extractor: Extractor): Promise<ExtractCounts> => {
  mkdirSync(task.temporary, { recursive: true });
  const lines = new LineFile(join(task.temporary, "extractions.ndjson"));
  const counts: ExtractCounts = { postings: 0, mentions: 0, chars: 0 };
  const connection = await instance.connect();
  try {
    await reach(connection, task.postings);
    const result = await connection.stream(
      `SELECT posting_id, content_hash, title, text, coalesce(lang, '') FROM read_parquet(${sqlText(task.postings)}, hive_partitioning = false)`,
    );
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const row of chunk.getRows() as string[][]) {
        const [posting_id = "", content_hash = "", title = "", text = "", lang = ""] = row;
        const found = extractor.extract({ title, text, ...(lang === "" ? {} : { lang }) });
        lines.add(extractionRow({ posting_id, content_hash, text }, extractor.version, found));
        counts.postings += 1;
        counts.mentions += found.mentions.length;
        counts.chars += text.length;
      }
    }
    lines.close();
    const parquet = join(task.temporary, "extractions.parquet");
    await linesToParquet(connection, lines, LAKE_COLUMNS.extraction, parquet);
    await put(connection, parquet, task.extractions);
  } finally {
    connection.closeSync();
    rmSync(task.temporary, { recursive: true, force: true });
  }
  return counts;
};
