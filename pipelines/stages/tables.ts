import { existsSync } from "node:fs";
import type { TableKind } from "../../models/outside-table.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import type { Effects } from "../effects.js";
import { refusalLog } from "../refusal-log.js";
import type { Refusal } from "../sources/platform.js";
import { TableError } from "../tables/header.js";
import { certificateFinder } from "../tables/names.js";
import { readTableFile, type TableFile, type TableRow } from "../tables/read.js";
import { storeTable } from "../tables/store.js";

export interface TablesOptions {
  dataDir: string;
  effects: Pick<Effects, "log">;
  taxonomy: Taxonomy;
  files: readonly string[];
  /** Told by the header where left out. */
  kind?: TableKind;
  /** Forgets what was stored of the kinds that are imported. */
  replace: boolean;
}

/** A name of a supply table that stands for no certificate, or for several. */
export interface UnknownName {
  line: number;
  name: string;
  /** Ids of the certificates that share it. */
  shared_by: string[];
}

export interface ImportedTable {
  file: string;
  kind: TableKind;
  layout: string;
  /** Rows of the file that were taken, and rows of the kind that are stored now. */
  taken: number;
  stored: number;
  passedOver: number;
  refused: Refusal[];
  unknown: UnknownName[];
}

/** Rows of a supply table with the certificate that each name stands for, null where it is unknown. */
const matched = (rows: readonly TableRow[], taxonomy: Taxonomy): { rows: TableRow[]; unknown: UnknownName[] } => {
  const find = certificateFinder(taxonomy);
  const unknown: UnknownName[] = [];
  const known = rows.map(({ line, values }) => {
    const name = String(values.name);
    const ids = find(name);
    if (ids.length !== 1) unknown.push({ line, name, shared_by: ids });
    return { line, values: { ...values, certificate_id: ids.length === 1 ? ids[0] : null } };
  });
  return { rows: known, unknown };
};

/** An unknown name as a sentence. */
export const unknownSentence = ({ line, name, shared_by }: UnknownName): string =>
  shared_by.length > 0
    ? `line ${line}: certificate "${name}" may be ${shared_by.join(" or ")}: write the id; kept as a row of its own`
    : `line ${line}: certificate "${name}": no certificate has this id, name or alias; kept as a row of its own`;

const warn = ({ effects }: TablesOptions, file: string, unknown: readonly UnknownName[]): void => {
  for (const one of unknown)
    effects.log.warn({ event: "unknown certificate", where: file, ...one }, `${file}: ${unknownSentence(one)}`);
};

const readWhole = async (file: string, kind: TableKind | undefined): Promise<TableFile> => {
  if (!existsSync(file)) throw new TableError(`${file}: no such file`);
  const table = await readTableFile(file, kind);
  const [first] = table.refused;
  if (table.rows.length === 0 && first !== undefined)
    throw new TableError(
      `${file}: no row could be taken; line ${first.line}, ${first.field} "${first.value}": ${first.reason}`,
    );
  if (table.rows.length === 0) throw new TableError(`${file}: ${table.layout}: none of its rows is of an occupation`);
  return table;
};

/**
 * Brings tables of others into the data directory, `tables/<kind>.parquet`. Rows that cannot be used are refused and said
 * aloud, the others are kept; a name that is no certificate's is kept without a certificate, never guessed.
 * @throws TableError where a file as a whole cannot be taken; files before it are stored
 */
export const importTables = async (options: TablesOptions): Promise<ImportedTable[]> => {
  const { dataDir, effects, taxonomy, files, kind } = options;
  const refuse = refusalLog(effects);
  const imported: ImportedTable[] = [];
  for (const file of files) {
    const table = await readWhole(file, kind);
    const { rows, unknown } =
      table.kind === "supply" ? matched(table.rows, taxonomy) : { rows: table.rows, unknown: [] };
    for (const refusal of table.refused) refuse(refusal);
    warn(options, file, unknown);
    const replace = options.replace && imported.every((before) => before.kind !== table.kind);
    const values = rows.map((row) => row.values);
    const stored = await storeTable(dataDir, table.kind, values, { replace });
    const { layout, passedOver, refused } = table;
    imported.push({ file, kind: table.kind, layout, taken: rows.length, stored, passedOver, refused, unknown });
  }
  return imported;
};
