import { TABLE_KINDS, type TableKind } from "../../models/outside-table.js";
import type { Column, Layout } from "./layout.js";
import { PROJECTIONS } from "./projections.js";
import { SUPPLY } from "./supply.js";
import { WAGES } from "./wages.js";

/** A table of others that cannot be taken as a whole (exit code 2): what it is instead, and what would be right. */
export class TableError extends Error {
  override name = "TableError";
}

const LAYOUTS: readonly Layout[] = [...PROJECTIONS, ...WAGES, ...SUPPLY];

/** Titles and remarks may stand above the header. */
const HIGHEST_HEADER = 10;

/** Which layout a file has and in which of its records the header stands. */
export interface Header {
  layout: Layout;
  place: number;
  names: string[];
}

const cleaned = (record: readonly string[]): string[] => record.map((cell) => cell.replace(/\[\d+\]$/, "").trim());

const missing = ({ columns }: Layout, names: readonly string[]): Column[] =>
  columns.filter(({ header, needed }) => needed && !names.some((name) => header.test(name)));

/** What a file lacks of the layout that it comes nearest to. */
const nearest = (records: readonly string[][], layouts: readonly Layout[]): string | null => {
  const tries = layouts.flatMap((layout) => records.map((names) => ({ layout, names, lacks: missing(layout, names) })));
  const needed = ({ columns }: Layout): number => columns.filter((column) => column.needed).length;
  const some = tries.filter(({ layout, lacks }) => lacks.length < needed(layout));
  const [best] = some.toSorted((a, b) => a.lacks.length - b.lacks.length);
  if (best === undefined) return null;
  const lacks = best.lacks.map(({ field, right }) => `${field} (${right})`).join(" and ");
  return `its header (${best.names.filter(Boolean).join(", ")}) comes nearest to ${best.layout.name}, but has no column for ${lacks}`;
};

/**
 * Finds the header of a table among its first records.
 * @throws TableError where none is known, or the table is of another kind than the user says
 */
export const headerOf = (file: string, records: readonly string[][], kind?: TableKind): Header => {
  const heads = records.slice(0, HIGHEST_HEADER).map(cleaned);
  for (const [place, names] of heads.entries()) {
    const layout = LAYOUTS.find((one) => missing(one, names).length === 0);
    if (layout === undefined) continue;
    if (kind !== undefined && layout.kind !== kind)
      throw new TableError(`${file}: this is a table of kind ${layout.kind} (${layout.name}), not ${kind}`);
    return { layout, place, names };
  }
  const wanted = LAYOUTS.filter((layout) => kind === undefined || layout.kind === kind);
  const why = nearest(heads, wanted) ?? `no header was found in its first ${HIGHEST_HEADER} lines`;
  throw new TableError(`${file}: ${why}. Tables that are known here: ${wanted.map(({ name }) => name).join("; ")}`);
};

/** @throws TableError where there is no such kind */
export const tableKind = (text: string): TableKind => {
  const kind = TABLE_KINDS.find((one) => one === text);
  if (kind === undefined)
    throw new TableError(`--kind "${text}": there is no such kind; ${TABLE_KINDS.join(", ")} are known`);
  return kind;
};
