import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** The rules cannot be used; the message names file, field and value, and what would be right (exit code 2). */
export class RetentionError extends Error {
  override name = "UsageError";
}

const count = z.int().min(0).max(1_000_000);

/** How much of the past is kept. Postings, sightings and markers are kept for good: the measures rest on them. */
export const Retention = z.strictObject({
  /** Editions of warehouse.duckdb, the newest first. */
  warehouses: count.min(1).default(7),
  /** Editions of what was published (`vintages/`), the newest first; the last of each month is kept for good. */
  vintages: count.min(2).default(90),
  /** Days for which the answers of sources are kept as they came. */
  raw_days: count.default(400),
  /** Days for which the record of requests is kept. */
  requests_days: count.default(90),
  /** Days for which records of runs are kept; the newest is always. */
  runs_days: count.default(730),
  /** Versions of the extractor whose facts are kept beside the present one's, the newest first. */
  extractors: count.default(1),
});
export type Retention = z.infer<typeof Retention>;

/** The file in the data directory that may say otherwise. */
export const RETENTION_FILE = "retention.yaml";

const checked = (where: string, rules: unknown): Retention => {
  const parsed = Retention.safeParse(rules ?? {});
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const field = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : issue.path.join(".") || "file";
    const value = JSON.stringify((rules as Record<string, unknown> | null)?.[field]) ?? "";
    const right =
      issue.code === "unrecognized_keys"
        ? `there is no such rule; the rules are ${Object.keys(Retention.shape).join(", ")}`
        : `a whole number is expected (${issue.message})`;
    return `${where}: ${field}: ${value}: ${right}`;
  });
  throw new RetentionError(lines.join("\n"));
};

const fileRules = (path: string): unknown => {
  if (!existsSync(path)) return {};
  try {
    return parse(readFileSync(path, "utf8"), { maxAliasCount: 0 });
  } catch (error) {
    throw new RetentionError(`${path}: not YAML: ${(error as Error).message.split("\n")[0]}`);
  }
};

/** Reads "raw_days=90,warehouses=3". */
const flagRules = (text: string): Record<string, unknown> =>
  Object.fromEntries(
    text.split(",").map((rule) => {
      const [, name = "", value = ""] = rule.trim().match(/^(\w+)=(\d+)$/) ?? [];
      if (name === "") throw new RetentionError(`--keep: "${rule}": such as raw_days=90,warehouses=3 is expected`);
      return [name, Number(value)];
    }),
  );

/**
 * The rules of a data directory: those of `--keep` before those of its file before the usual ones.
 * @throws RetentionError
 */
export const readRetention = (dataDir: string, keep?: string): Retention => {
  const path = join(dataDir, RETENTION_FILE);
  const inFile = checked(path, fileRules(path));
  return keep === undefined ? inFile : checked("--keep", { ...inFile, ...flagRules(keep) });
};
