import { csv } from "./csv.js";
import { jsonFile, textFile } from "./folders.js";
import { json } from "./json.js";
import { ndjson } from "./ndjson.js";
import { parquet } from "./parquet.js";
import type { Reader } from "./row.js";

/** A file format: how to read one file, and whether a folder of such files is one batch. */
export interface Format {
  read: Reader;
  folder: boolean;
}

/** Every file format by its name on the command line and in maps. */
export const formats: ReadonlyMap<string, Format> = new Map([
  ["csv", { read: csv, folder: false }],
  ["ndjson", { read: ndjson, folder: false }],
  ["json", { read: json, folder: false }],
  ["parquet", { read: parquet, folder: false }],
  ["text-folder", { read: textFile, folder: true }],
  ["json-folder", { read: jsonFile, folder: true }],
]);
