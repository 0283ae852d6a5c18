import { join } from "node:path";
import { packagePath } from "../../models/package-root.js";
import { readModels } from "../../warehouse/model.js";
import { queryRows } from "./query.js";

const MARTS = readModels(packagePath("warehouse")).filter(({ layer }) => layer === "marts");

/** All rows of all marts of a data directory's warehouse, in an order of their own. */
export const saidBy = async (dataDir: string): Promise<Record<string, string[]>> => {
  const path = join(dataDir, "warehouse.duckdb");
  const said: Record<string, string[]> = {};
  for (const { id } of MARTS)
    said[id] = (await queryRows<object>(`FROM ${id}`, { path })).map((row) => JSON.stringify(row)).sort();
  return said;
};
