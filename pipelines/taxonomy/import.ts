import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { LARGEST_TABLE } from "../bounds.js";
import { writeFileAtomic } from "../lake/atomic.js";
import { addAttribution } from "./attributions.js";
import { FORMATS, type Format, type Row } from "./formats.js";
import { attributionOf } from "./publishers.js";
import { toCsv } from "./write.js";

/** A row that was left out, and what would have been right. */
export interface Refused {
  line: number;
  field: string;
  value: string;
  reason: string;
}

export interface Imported {
  file: string;
  format: string;
  /** Path of the table that was written. */
  written: string;
  read: number;
  kept: number;
  refused: Refused[];
}

const lower = (text: string): string => text.trim().toLowerCase();

/** What kind of file a header line belongs to. */
function formatOf(header: string): Format | undefined {
  return FORMATS.find(({ headers, delimiter }) => {
    const cells = header.split(delimiter).map((cell) => lower(cell.replace(/^"|"$/g, "")));
    return headers.every((wanted) => cells.includes(lower(wanted)));
  });
}

interface Record_ {
  record: Row;
  info: { lines: number };
}

function recordsOf(format: Format, text: string): Record_[] {
  return parse(text, {
    bom: true,
    columns: (header: string[]) => header.map(lower),
    delimiter: format.delimiter,
    info: true,
    quote: format.delimiter === "\t" ? null : '"',
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as Record_[];
}

function faultOf(format: Format, { record, info }: Record_): Refused | null {
  for (const [field, { pattern, right }] of Object.entries(format.required)) {
    const value = record[lower(field)] ?? "";
    if (!pattern.test(value.trim()))
      return { line: info.lines, field, value: value.slice(0, 200), reason: `should be ${right}` };
  }
  return null;
}

/** One row a key: the first, or none where rows differ ("clerk" that names ten occupations names none). */
function unique({ key }: Format, rows: readonly Row[]): Row[] {
  const kept = new Map<string, Row | null>();
  for (const row of rows) {
    const value = row[key.column] ?? "";
    const other = kept.get(value);
    if (other === undefined) kept.set(value, row);
    else if (key.clash === "none" && JSON.stringify(other) !== JSON.stringify(row)) kept.set(value, null);
  }
  return [...kept.values()].filter((row) => row !== null);
}

const stored = (path: string): Row[] => (existsSync(path) ? parse(readFileSync(path, "utf8"), { columns: true }) : []);

function importFile(file: string, folder: string): Imported | null {
  const { size } = statSync(file);
  if (size > LARGEST_TABLE)
    throw new Error(
      `${file}: ${size.toLocaleString("en-US")} bytes; at most ${LARGEST_TABLE.toLocaleString("en-US")} are read`,
    );
  const text = readFileSync(file, "utf8");
  const format = formatOf(text.slice(0, Math.max(0, text.search(/\r?\n/))).replace(/^\uFEFF/, ""));
  if (!format) return null;
  const records = recordsOf(format, text);
  const refused: Refused[] = [];
  const rows: Row[] = [];
  for (const record of records) {
    const fault = faultOf(format, record);
    if (fault) refused.push(fault);
    else rows.push(...format.rows(record.record));
  }
  const written = join(folder, format.output);
  const kept = unique(format, format.adds ? [...rows, ...stored(written)] : rows);
  const { column } = format.key;
  kept.sort((a, b) => ((a[column] ?? "") < (b[column] ?? "") ? -1 : 1));
  writeFileAtomic(written, toCsv(format.columns, kept));
  addAttribution(folder, attributionOf(format.publisher, file), basename(file));
  return { file, format: format.name, written, read: records.length, kept: kept.length, refused };
}

/**
 * Reads what a user downloaded from O*NET, ESCO or CareerOneStop: one file, or every file of a folder that is one of
 * theirs. Writes `<dataDir>/taxonomy/*.csv` and the attributions that the site shows; the same file again changes nothing.
 * Throws where nothing is recognised, naming the headers that would be.
 */
export function importVerb(path: string, dataDir: string): Imported[] {
  if (!existsSync(path)) throw new Error(`no such file or folder: ${path}`);
  const isFolder = statSync(path).isDirectory();
  const files = isFolder
    ? readdirSync(path)
        .filter((name) => /\.(txt|csv|tsv)$/i.test(name))
        .sort()
    : [path];
  const folder = join(dataDir, "taxonomy");
  const imported = files
    .map((name) => importFile(isFolder ? join(path, name) : name, folder))
    .filter((result) => result !== null);
  if (imported.length > 0) return imported;
  const known = FORMATS.map(({ name, headers }) => `${name} (${headers.join(", ")})`);
  throw new Error(`${path} is none of the files that can be imported, known by their headers: ${known.join("; ")}`);
}

const SHOWN = 5;

/** The result as lines for the terminal. */
export function importLines(imported: readonly Imported[]): string[] {
  return imported.flatMap(({ file, format, written, read, kept, refused }) => [
    `${format}: ${read} rows of ${basename(file)}, ${kept} in ${written}, ${refused.length} refused`,
    ...refused.slice(0, SHOWN).map((r) => `  line ${r.line}, ${r.field} ${JSON.stringify(r.value)}: ${r.reason}`),
  ]);
}
