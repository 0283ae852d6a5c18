import { parse } from "csv-parse/sync";
import { LONGEST_LINE, MOST_COLUMNS } from "../bounds.js";
import type { Refusal } from "../sources/platform.js";
import { type CsvRecord, CsvRecords } from "./csv-records.js";
import { brokenOff } from "./ndjson.js";
import type { Reader, Row } from "./row.js";

/** Records that are split into their values in one go, and their characters: more stand in memory at no time. */
const AT_ONCE = 200;
const CHARS_AT_ONCE = 4 << 20;

const textOfRecord = ({ lines }: CsvRecord): string => lines.map(({ text }) => text ?? "").join("\n");

const isBlank = (record: CsvRecord): boolean => record.lines.length === 1 && record.lines[0]?.text?.trim() === "";

/** Values of each record, or null where not every record is one by the strict rules. */
const split = (texts: string[], delimiter: string, relax_quotes: boolean): string[][] | null => {
  try {
    const found = parse(texts.join("\n"), { delimiter, relax_quotes, relax_column_count: true }) as string[][];
    return found.length === texts.length ? found : null;
  } catch {
    return null;
  }
};

/** Comma, semicolon or tab: what stands most often in the header. */
const delimiterOf = (header: string): string => {
  const count = (mark: string): number => header.split(mark).length;
  return [",", ";", "\t"].sort((one, other) => count(other) - count(one))[0] ?? ",";
};

interface Table {
  file: string;
  header: string[];
  delimiter: string;
}

const refused = ({ file }: Table, { lines }: CsvRecord, reason: string, item: unknown): Refusal => {
  const [first] = lines;
  return {
    where: file,
    line: first?.number ?? 0,
    field: "row",
    value: (first?.text ?? "").slice(0, 200),
    reason,
    item,
  };
};

const rowOf = (table: Table, record: CsvRecord, values: string[]): Row | Refusal => {
  const { header } = table;
  if (values.length === header.length)
    return {
      line: record.lines[0]?.number ?? 0,
      values: Object.fromEntries(header.map((name, at) => [name, values[at]])),
    };
  const item = values.map((value) => value.slice(0, 2000));
  return refused(table, record, `a row of ${values.length} values under a header of ${header.length}`, item);
};

const OPEN_QUOTE = "a quote is opened and never closed";

/** The first line of a record with a misplaced quote: a row of its own where it makes sense alone, else refused. */
const firstLine = (table: Table, record: CsvRecord): Row | Refusal => {
  const text = record.lines[0]?.text ?? "";
  const [values] = split([text], table.delimiter, true) ?? [];
  if (values?.length === table.header.length) return rowOf(table, record, values);
  return refused(table, record, OPEN_QUOTE, text.slice(0, 2000));
};

/** Rows of records that are not all well formed: what follows a misplaced quote is given back, to be read anew. */
const oneByOne = (table: Table, records: CsvRecord[], source: CsvRecords): (Row | Refusal)[] => {
  const rows: (Row | Refusal)[] = [];
  for (const [index, record] of records.entries()) {
    const [values] = split([textOfRecord(record)], table.delimiter, false) ?? [];
    rows.push(values ? rowOf(table, record, values) : firstLine(table, record));
    if (values || record.lines.length === 1) continue;
    source.giveBack([...record.lines.slice(1), ...records.slice(index + 1).flatMap(({ lines }) => lines)]);
    break;
  }
  return rows;
};

/** Rows of records that are all well formed by the strict rules, or null. */
const strictRows = (table: Table, records: CsvRecord[]): (Row | Refusal)[] | null => {
  const values = split(records.map(textOfRecord), table.delimiter, false);
  return values && records.map((record, index) => rowOf(table, record, values[index] ?? []));
};

/** The next records that are whole; `open` is the one after them that is not. */
const take = async (
  source: CsvRecords,
  most: number,
): Promise<{ whole: CsvRecord[]; open: CsvRecord | null; end: boolean }> => {
  const whole: CsvRecord[] = [];
  let length = 0;
  while (whole.length < most && length < CHARS_AT_ONCE) {
    const record = await source.next();
    if (record === null) return { whole, open: null, end: true };
    if (!record.closed || record.lines.some(({ text }) => text === null)) return { whole, open: record, end: false };
    if (isBlank(record)) continue;
    whole.push(record);
    for (const line of record.lines) length += line.length;
  }
  return { whole, open: null, end: false };
};

const opened = (table: Table, open: CsvRecord): Row | Refusal => {
  const [first] = open.lines;
  if (first?.text !== null) return firstLine(table, open);
  return refused(table, open, `a line of ${first.length} characters; at most ${LONGEST_LINE} are read`, undefined);
};

async function* rows(table: Table, source: CsvRecords): AsyncGenerator<Row | Refusal> {
  // Where quotes are not closed, few are taken at once: what stands behind such a row is read anew each time.
  let atOnce = AT_ONCE;
  for (;;) {
    const { whole, open, end } = await take(source, atOnce);
    if (whole.length > 0) {
      source.giveBack(open?.lines ?? []);
      const read = strictRows(table, whole) ?? oneByOne(table, whole, source);
      atOnce = read.length < whole.length ? read.length : Math.min(2 * atOnce, AT_ONCE);
      yield* read;
    } else if (open) {
      // What a damaged file leaves unfinished is told with the damage.
      if (source.endsIn(open)) return;
      source.giveBack(open.lines.slice(1));
      yield opened(table, open);
    } else if (end) return;
  }
}

const tooWide = (file: string, header: string[]): Refusal => ({
  where: file,
  line: 1,
  field: "header",
  value: header.slice(0, 5).join(", ").slice(0, 200),
  reason: `${header.length} columns; at most ${MOST_COLUMNS} are read`,
});

/**
 * Separated values with a header; quotes, line ends inside quotes and byte order marks are understood. A row with too few
 * or too many values is refused; so is one whose quote is never closed, and reading goes on at the line after it.
 */
export const csv: Reader = async function* (file, options) {
  const source = new CsvRecords(file, options);
  try {
    const first = await source.next();
    if (first) {
      const delimiter = delimiterOf(textOfRecord(first));
      const header = (split([textOfRecord(first)], delimiter, true)?.[0] ?? []).map((name) => name.trim());
      if (header.length > MOST_COLUMNS) yield tooWide(file, header);
      else yield* rows({ file, header, delimiter }, source);
    }
    if (source.broken) yield brokenOff(file, source.broken);
  } finally {
    await source.close();
  }
};
