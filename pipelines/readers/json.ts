import { LONGEST_DOCUMENT } from "../bounds.js";
import type { Refusal } from "../sources/platform.js";
import { BrokenFile } from "./bytes.js";
import { jsonFault, skipSpace } from "./json-fault.js";
import { beginning, endOf, lineCounter, listAt, type Place } from "./json-scan.js";
import { brokenOff } from "./ndjson.js";
import { parseJson, TOO_DEEP, tooDeepAt } from "./parse-json.js";
import { isRecord, type Reader, type ReadOptions, type Row } from "./row.js";
import { textOf } from "./text.js";

/** @throws where the document is larger than LONGEST_DOCUMENT */
export const documentOf = async (
  file: string,
  options: ReadOptions,
): Promise<{ text: string; broken: BrokenFile | null }> => {
  const pieces: string[] = [];
  let length = 0;
  try {
    for await (const piece of textOf(file, options)) {
      length += piece.length;
      if (length > LONGEST_DOCUMENT)
        throw new Error(
          `${file}: a JSON document of more than ${LONGEST_DOCUMENT} characters; convert it to NDJSON, which is read line by line`,
        );
      pieces.push(piece);
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    return { text: pieces.join(""), broken: error };
  }
  return { text: pieces.join(""), broken: null };
};

const parsedItem = (text: string): Record<string, unknown> | null => {
  try {
    const value = parseJson(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
};

const REASON_CUT = 80;

const refusedItem = (file: string, text: string, at: number, end: number, place: Place): Refusal => {
  const { line } = place(at);
  const whole = text.slice(at, end < 0 ? undefined : end);
  const isDeep = tooDeepAt(whole) >= 0;
  const fault = isDeep ? null : jsonFault(whole);
  const item = text.slice(at, Math.min(end < 0 ? text.length : end, at + 2000));
  if (!fault)
    return {
      where: file,
      line,
      field: "json",
      value: item.slice(0, REASON_CUT),
      reason: isDeep ? TOO_DEEP : "an object is expected for each item",
      item,
    };
  const found = place(at + fault.offset);
  const reason = `broken JSON at line ${found.line}, column ${found.column}: ${fault.expected} is expected`;
  const value = text.slice(at + fault.offset, at + fault.offset + REASON_CUT);
  return { where: file, line, field: "json", value, reason, item };
};

/** A lost quote or bracket swallows the items that follow: after a broken item the next one may begin inside it. */
const resumeAt = (text: string, at: number, end: number, starts: RegExp | null): number => {
  const last = end < 0 ? text.length : end;
  if (!starts) return last;
  starts.lastIndex = at + 1;
  return Math.min(starts.exec(text)?.index ?? last, last);
};

function* items(file: string, text: string, start: number, cutShort: boolean): Generator<Row | Refusal> {
  const place = lineCounter(text);
  let at = skipSpace(text, start + 1);
  const starts = beginning(text, at);
  let end = at;
  while (at < text.length && text[at] !== "]") {
    end = endOf(text, at);
    if (end < 0 && cutShort) return;
    const values = end < 0 ? null : parsedItem(text.slice(at, end));
    if (values) yield { values, line: place(at).line };
    else yield refusedItem(file, text, at, end, place);
    at = skipSpace(text, values ? end : resumeAt(text, at, end, starts));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  if (at >= text.length && end >= 0 && !cutShort)
    yield {
      where: file,
      line: place(text.length).line,
      field: "json",
      value: "",
      reason: 'the list breaks off: "]" is expected',
    };
}

/** A list of objects, or the list at the path `items` of a document; a single object counts as a list of one. */
export const json: Reader = async function* (file, options) {
  const { text, broken } = await documentOf(file, options);
  const path = options.items === undefined || options.items === "" ? [] : options.items.split(".");
  const start = listAt(text, path);
  if (start >= 0) yield* items(file, text, start, broken !== null);
  else {
    const single = path.length === 0 ? parsedItem(text) : null;
    if (single) yield { values: single, line: 1 };
    else if (!broken) yield noList(file, text, path);
  }
  if (broken) yield brokenOff(file, Object.assign(broken, { line: text.split("\n").length }));
};

const noList = (file: string, text: string, path: string[]): Refusal => {
  const fault = jsonFault(text);
  const expected = path.length > 0 ? `a list at ${path.join(".")}` : "a list of objects, or one object";
  if (!fault)
    return { where: file, line: 1, field: "json", value: text.slice(0, 80), reason: `${expected} is expected` };
  const { line, column } = lineCounter(text)(fault.offset);
  const reason = `broken JSON at line ${line}, column ${column}: ${fault.expected} is expected`;
  return { where: file, line, field: "json", value: text.slice(fault.offset, fault.offset + 80), reason };
};
