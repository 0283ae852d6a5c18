import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { packagePath } from "../../models/package-root.js";

/** Rows of a gold table under `test/input/facts`: a dash stands for null. */
export const factTable = (name: string): Record<string, string>[] =>
  parse(readFileSync(packagePath("test", "input", "facts", `${name}.csv`), "utf8"), { columns: true }) as Record<
    string,
    string
  >[];

export const orNull = (value: string | undefined): string | null =>
  value === "-" || value === undefined ? null : value;
