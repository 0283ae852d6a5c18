import { LONGEST_LINE } from "../bounds.js";
import type { Refusal } from "../sources/platform.js";
import { BrokenFile } from "./bytes.js";
import { jsonFault } from "./json-fault.js";
import { parseJson, TOO_DEEP, tooDeepAt } from "./parse-json.js";
import { isRecord, type Reader, type Row } from "./row.js";
import { linesOf } from "./text.js";

const refusedLine = (where: string, line: number, text: string): Refusal => {
  const deep = tooDeepAt(text);
  const fault = deep < 0 ? jsonFault(text) : null;
  const column = Math.max(deep, fault?.offset ?? 0) + 1;
  const value = text.slice(Math.max(0, column - 40), column + 40);
  const reason = fault
    ? `broken JSON at column ${column}: ${fault.expected} is expected`
    : deep < 0
      ? "a JSON object is expected, one a line"
      : `${TOO_DEEP} at column ${column}`;
  return { where, line, field: "json", value, reason, item: text.slice(0, 2000) };
};

const rowOf = (where: string, line: number, text: string): Row | Refusal => {
  try {
    const values: unknown = parseJson(text);
    if (isRecord(values)) return { values, line };
  } catch {
    // Told in full below, with the column that JSON.parse does not give.
  }
  return refusedLine(where, line, text);
};

/** One JSON object a line; blank lines are none. A broken line is refused, the next is read. */
export const ndjson: Reader = async function* (file, options) {
  try {
    for await (const { number, text, length } of linesOf(file, options)) {
      if (text === null) {
        const reason = `a line of ${length} characters; at most ${LONGEST_LINE} are read`;
        yield { where: file, line: number, field: "line", value: "", reason };
      } else if (text.trim() !== "") yield rowOf(file, number, text);
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    yield brokenOff(file, error);
  }
};

/** A damaged gzip file as one refusal; what came before it has been taken. */
export const brokenOff = (where: string, error: BrokenFile & { line?: number }): Refusal => ({
  where,
  ...(error.line === undefined ? {} : { line: error.line }),
  field: "gzip",
  value: "",
  reason: `${error.message}; what is readable was taken, the rest is lost`,
});
