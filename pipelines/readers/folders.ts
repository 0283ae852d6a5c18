import { documentOf } from "./json.js";
import { brokenOff } from "./ndjson.js";
import { parseJson } from "./parse-json.js";
import { isRecord, type Reader } from "./row.js";

/** A whole text file as one row: `text`, and the file's base name as `file`. */
export const textFile: Reader = async function* (file, options) {
  const { text, broken } = await documentOf(file, options);
  if (broken) yield brokenOff(file, broken);
  else yield { values: { text, file: file.split("/").at(-1) ?? file }, line: 1, where: file };
};

/** A whole JSON file as one row. */
export const jsonFile: Reader = async function* (file, options) {
  const { text, broken } = await documentOf(file, options);
  if (broken) {
    yield brokenOff(file, broken);
    return;
  }
  try {
    const values: unknown = parseJson(text);
    if (isRecord(values)) yield { values, line: 1, where: file };
    else yield { where: file, line: 1, field: "json", value: text.slice(0, 80), reason: "one JSON object is expected" };
  } catch (error) {
    yield { where: file, field: "json", value: text.slice(0, 80), reason: `broken JSON: ${(error as Error).message}` };
  }
};
