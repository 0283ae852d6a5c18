import type { z } from "zod";
import { PROJECTION_COLUMNS, Projection } from "./outside/projection.js";
import { SUPPLY_COLUMNS, Supply } from "./outside/supply.js";
import { WAGE_COLUMNS, Wage } from "./outside/wage.js";

/** Tables of others that a user loads: measured by nobody here, joined to what is. */
export const TABLE_KINDS = ["bls-projections", "oews", "supply"] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** How a kind is stored: its rows, their columns, and the columns that tell one row from another. */
export interface StoredTable {
  model: z.ZodType;
  columns: Record<string, string>;
  key: readonly string[];
}

export const STORED_TABLES: Record<TableKind, StoredTable> = {
  "bls-projections": { model: Projection, columns: PROJECTION_COLUMNS, key: ["soc", "first_year", "last_year"] },
  oews: { model: Wage, columns: WAGE_COLUMNS, key: ["soc"] },
  supply: { model: Supply, columns: SUPPLY_COLUMNS, key: ["name", "year", "region"] },
};
