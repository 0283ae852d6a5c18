import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { buildSite, type Site } from "../../reports/site.js";
import { writeSampleMarts } from "./sample-marts.js";

interface SampleSite {
  folder: string;
  warehouse: string;
  out: string;
  site: Site;
}

/** Builds the site of the sample marts once for a test file; read the answer inside of tests only. */
export function sampleSite(options: { certificates?: number; simulated?: boolean } = {}): () => SampleSite {
  let built: SampleSite | undefined;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "certworth-site-"));
    const warehouse = join(folder, "warehouse.duckdb");
    const out = join(folder, "site");
    await writeSampleMarts(warehouse, options);
    built = { folder, warehouse, out, site: await buildSite({ warehouse, out }) };
  });
  afterAll(() => {
    if (built !== undefined) rmSync(built.folder, { recursive: true, force: true });
  });
  return () => built!;
}

/** Paths of all files below a folder, relative to it, sorted. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
