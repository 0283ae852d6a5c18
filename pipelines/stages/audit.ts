import { join } from "node:path";
import type { Matched, Offered } from "../../models/offered.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { type Audit, auditOf } from "../../reports/audit/audit.js";
import { type Demand, readDemand, regionsOf } from "../../reports/audit/demand.js";
import { auditPage } from "../../reports/audit/page.js";
import { type Marts, openMarts } from "../../reports/database.js";
import { regionName } from "../../reports/names.js";
import { readFacts } from "../../reports/page.js";
import { auditCsv, toSettleCsv } from "../audit/csv.js";
import { matcherOf } from "../audit/match.js";
import { readOffered } from "../audit/offered.js";
import { type Overrides, readOverrides, settledMatch } from "../audit/overrides.js";
import { writeFileAtomic } from "../lake/atomic.js";
import { layout } from "../lake/layout.js";
import type { Refusal } from "../sources/platform.js";
import { TableError } from "../tables/header.js";

export interface AuditOptions {
  dataDir: string;
  taxonomy: Taxonomy;
  file: string;
  region: string | null;
  overrides: string | null;
  out: string;
}

export interface Audited {
  audit: Audit;
  refused: Refusal[];
  files: string[];
}

const regionOf = async (marts: Marts, asked: string | null): Promise<string | null> => {
  if (asked === null) return null;
  const region = asked.toUpperCase();
  const known = await regionsOf(marts);
  if (known.includes(region)) return region;
  const right = known.length === 0 ? "no region has postings enough" : `it has ${known.join(", ")}`;
  throw new TableError(`--region "${asked}": the warehouse has no such region; ${right}`);
};

/** A warehouse that was built with another vocabulary would drop names in silence. */
const needAll = (matched: readonly Matched[], demand: ReadonlyMap<string, Demand>): void => {
  const missing = matched.find(({ certificate_id: id }) => id !== null && !demand.has(id));
  if (missing !== undefined)
    throw new Error(
      `the warehouse does not know ${missing.certificate_id}: it was built with another taxonomy; run "certworth build"`,
    );
};

const matchAll = (taxonomy: Taxonomy, overrides: Overrides, rows: readonly Offered[]): Matched[] => {
  const match = matcherOf(taxonomy);
  return rows.map((offered) => ({ ...offered, ...(settledMatch(overrides, offered.name) ?? match(offered.name)) }));
};

/**
 * A district's own list against demand: writes `audit.html`, `audit.csv` and `to-settle.csv` to a folder.
 * @throws TableError where the list, the overrides or the region cannot be used
 */
export const audit = async (options: AuditOptions): Promise<Audited> => {
  const { dataDir, taxonomy, file, out } = options;
  const { rows, refused } = await readOffered(file);
  const overrides: Overrides =
    options.overrides === null ? new Map() : await readOverrides(options.overrides, taxonomy);
  const marts = await openMarts(layout(dataDir).warehouse);
  try {
    const region = await regionOf(marts, options.region);
    const demand = await readDemand(marts, region);
    const matched = matchAll(taxonomy, overrides, rows);
    needAll(matched, demand);
    const place = region === null ? "in all regions" : `in ${regionName(region)}`;
    const found = auditOf(matched, demand, taxonomy, place);
    const files = {
      "audit.html": auditPage(found, await readFacts(marts, false)),
      "audit.csv": auditCsv(found),
      "to-settle.csv": toSettleCsv(found),
    };
    for (const [name, text] of Object.entries(files)) writeFileAtomic(join(out, name), text);
    return { audit: found, refused, files: Object.keys(files).map((name) => join(out, name)) };
  } finally {
    marts.close();
  }
};
