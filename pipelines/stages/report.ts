import { existsSync, readFileSync } from "node:fs";
import { QUALITY_FILE } from "../../models/quality.js";
import { type WrittenDigest, writeDigest } from "../../reports/digest.js";
import { buildSite, type Site } from "../../reports/site.js";
import { hashOf, layout } from "../lake/layout.js";
import { roomHash } from "../room-hash.js";

export interface ReportOptions {
  /** Folder of the site; by default the data directory's. */
  out?: string | undefined;
  /** Whether evidence may quote the postings' words. */
  quotes?: boolean;
  /** Where the site will stand, for absolute links in its feeds; by default what CERTWORTH_BASE_URL says. */
  baseUrl?: string | undefined;
  stop?: AbortSignal;
}

function warehouseOf(dataDir: string): string {
  const { warehouse } = layout(dataDir);
  if (!existsSync(warehouse)) throw new Error(`${warehouse}: there is no warehouse yet; run "certworth build" first`);
  return warehouse;
}

/** warehouse.duckdb -> digest/digest.md and digest.html of the data directory. */
export const digest = (dataDir: string): Promise<WrittenDigest> =>
  writeDigest(warehouseOf(dataDir), layout(dataDir).digest);

/** warehouse.duckdb -> site; does nothing where the site already says what the warehouse holds. */
export const report = (dataDir: string, options: ReportOptions = {}): Promise<Site> => {
  const { out, quotes = true, baseUrl = process.env.CERTWORTH_BASE_URL, stop } = options;
  const warehouse = warehouseOf(dataDir);
  const edition = `${roomHash("reports")} ${hashOf([readFileSync(QUALITY_FILE, "utf8")], 12)}`;
  return buildSite({ warehouse, out: out ?? layout(dataDir).site, quotes, baseUrl, edition, stop });
};
