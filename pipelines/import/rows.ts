import type { Batch } from "../lake/batch.js";
import { type Columns, type ImportMap, MapError, type Pick } from "../maps/map.js";
import { cell, columnOf } from "../maps/pick.js";
import { rowReader } from "../maps/row-reader.js";
import type { Format } from "../readers/index.js";
import { isRow, type ReadOptions, type Row } from "../readers/row.js";
import { checked, isRefusal } from "../sources/parsed.js";
import type { Job } from "./plan.js";

/** Rows looked at before a file is read: a column that none of them has is taken to be missing. */
const PEEK = 200;
const TICK_EVERY = 500;

export interface RowImport {
  map: ImportMap;
  columns: Columns;
  format: Format;
  note: (text: string) => void;
}

const readOptions = ({ map, note }: RowImport): ReadOptions => ({
  note,
  ...(map.encoding === undefined ? {} : { encoding: map.encoding }),
  ...(map.items === undefined ? {} : { items: map.items }),
});

const firstRows = async (file: string, how: RowImport): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const one of how.format.read(file, { ...readOptions(how), note: () => undefined })) {
    if (isRow(one)) rows.push(one);
    if (rows.length >= PEEK) break;
  }
  return rows;
};

type Wanted = [field: string, column: string];

const wantedColumns = (columns: Columns): { required: Wanted[]; known: Set<string> } => {
  const wanted = Object.entries(columns).flatMap(([field, picks]): [string, Pick][] =>
    typeof picks === "object" && !Array.isArray(picks) && "hash" in picks
      ? picks.hash.map((column): [string, Pick] => [field, column])
      : [picks as Pick | Pick[]].flat().map((pick): [string, Pick] => [field, pick]),
  );
  const required = wanted.filter(([, pick]) => typeof pick === "string" || pick.optional !== true);
  return {
    required: required.map(([field, pick]) => [field, columnOf(pick)]),
    known: new Set(wanted.map(([, pick]) => columnOf(pick).split(".")[0] ?? "")),
  };
};

const hasColumn = (rows: Row[], column: string): boolean =>
  rows.some(({ values }) => cell(values, column) !== undefined);

/**
 * Compares a map with the head of a file before any of it is taken.
 * @throws MapError naming file, column and the columns that there are
 */
export const checkColumns = async (job: Job, how: RowImport): Promise<void> => {
  const file = job.files[0] ?? job.path;
  const rows = await firstRows(file, how);
  if (rows.length === 0) return;
  const there = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const existing = `the columns there are: ${there.join(", ")}; a map says which of them holds what (--map FILE)`;
  const { required, known } = wantedColumns(how.columns);
  for (const [field, column] of required)
    if (!hasColumn(rows, column)) throw new MapError(`${file}: no column "${column}" for ${field}; ${existing}`);
  const texts = [how.columns.text ?? [], how.columns.html ?? []].flat(2) as Pick[];
  if (!texts.some((pick) => hasColumn(rows, columnOf(pick))))
    throw new MapError(`${file}: no column for text or html; ${existing}`);
  const unused = there.filter((name) => !known.has(name));
  if (how.map.complete === true && unused.length > 0)
    how.note(`${file}: unknown columns are left out: ${unused.join(", ")}`);
};

/** Puts every row of a job into a batch, as a posting or as a refusal. */
export const importRows = async (
  job: Job,
  how: RowImport,
  batch: Batch,
  tick: (rows: number) => void,
): Promise<void> => {
  const read = rowReader(how.map, how.columns);
  let rows = 0;
  for (const file of job.files) {
    for await (const one of how.format.read(file, readOptions(how))) {
      rows += 1;
      if (rows % TICK_EVERY === 0) tick(TICK_EVERY);
      if (!isRow(one)) {
        batch.refuse(one);
        continue;
      }
      const { raw, own } = read(one);
      const posting = checked(raw, one.where ?? file, one.line, one.values);
      if (isRefusal(posting)) batch.refuse(posting);
      else batch.add(posting, own);
    }
  }
  tick(rows % TICK_EVERY);
};
