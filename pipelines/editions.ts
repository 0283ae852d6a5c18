import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { syncPath } from "../models/files.js";
import { layout } from "./lake/layout.js";
import type { Retention } from "./retention.js";
import { applyPrune, planEditions } from "./stages/prune.js";

/**
 * Keeps the standing warehouse as its day's edition, under a second name: it costs nothing until the next one takes its
 * place. To go back, copy `warehouses/<day>.duckdb` over `warehouse.duckdb`.
 */
export const keepEdition = (dataDir: string, day: string): void => {
  const { warehouse, warehouses } = layout(dataDir);
  if (!existsSync(warehouse)) return;
  mkdirSync(warehouses, { recursive: true });
  const linked = join(warehouses, `${day}.${process.pid}.tmp`);
  rmSync(linked, { force: true });
  linkSync(warehouse, linked);
  renameSync(linked, join(warehouses, `${day}.duckdb`));
  // A rename between two names of one file does nothing, and leaves both.
  rmSync(linked, { force: true });
  syncPath(warehouses);
};

/** Lets editions beyond the rules go, as every build does. */
export const dropEditions = (dataDir: string, rules: Retention): void =>
  applyPrune(dataDir, planEditions({ dataDir, rules }));
