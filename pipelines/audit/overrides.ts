import { existsSync } from "node:fs";
import { z } from "zod";
import type { Match } from "../../models/offered.js";
import { foldSurface } from "../../models/taxonomy/fold.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { TableError } from "../tables/header.js";
import type { Column } from "../tables/layout.js";
import { readColumns } from "./columns.js";

/** What a person decided, by the folded name: an id, or null for "no certificate of the taxonomy". */
export type Overrides = ReadonlyMap<string, string | null>;

const COLUMNS: readonly Column[] = [
  { field: "name", header: /^name$/i, needed: true, right: "the name as the list has it" },
  { field: "certificate_id", header: /^certificate_id$/i, needed: true, right: "an id of the taxonomy, or none" },
];

const Override = z.strictObject({ line: z.int(), name: z.string().min(1), certificate_id: z.string() });

/**
 * Reads a person's decisions; rows whose `certificate_id` is blank are not decided yet. `to-settle.csv` of an earlier audit is
 * such a file.
 * @throws TableError naming line and value where an id is none of the taxonomy, or a name is settled in two ways
 */
export const readOverrides = async (file: string, { certificates }: Taxonomy): Promise<Overrides> => {
  if (!existsSync(file)) throw new TableError(`${file}: no such file`);
  const { rows, refused } = await readColumns(file, COLUMNS, Override, (cell, line) => ({
    line,
    name: cell("name"),
    certificate_id: cell("certificate_id"),
  }));
  const [first] = refused;
  if (first !== undefined) throw new TableError(`${file}:${first.line}: ${first.field}: ${first.reason}`);
  const settled = new Map<string, string | null>();
  for (const { line, name, certificate_id: id } of rows.filter(({ certificate_id }) => certificate_id !== "")) {
    if (id !== "none" && !certificates.has(id))
      throw new TableError(
        `${file}:${line}: certificate_id "${id}": should be an id of the taxonomy ("certworth taxonomy search WORDS" finds one), or none`,
      );
    const [key, value] = [foldSurface(name), id === "none" ? null : id];
    if (settled.has(key) && settled.get(key) !== value)
      throw new TableError(
        `${file}:${line}: name "${name}": is settled otherwise on an earlier line; keep one of them`,
      );
    settled.set(key, value);
  }
  return settled;
};

/** The match that a person decided on, or null where none did. */
export const settledMatch = (overrides: Overrides, name: string): Match | null => {
  const id = overrides.get(foldSurface(name));
  if (id === undefined) return null;
  const method = id === null ? "left out" : "settled";
  return {
    method,
    confidence: id === null ? null : 1,
    certificate_id: id,
    by: id === null ? "" : name,
    candidates: [],
  };
};
