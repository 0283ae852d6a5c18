import type { LakeFiles } from "../../models/files.js";
import { type BuildResult, buildWarehouse } from "../../warehouse/builder.js";
import { tornMarkers } from "../check.js";
import { dropEditions, keepEdition } from "../editions.js";
import { seenLake } from "../lake/bucket.js";
import { layout } from "../lake/layout.js";
import { readRuns } from "../ledger.js";
import { readRetention } from "../retention.js";
import type { Run } from "../run.js";
import { storedTables } from "../tables/store.js";
import { readAttributions } from "../taxonomy/attributions.js";
import { unextracted } from "./extract.js";

/** Names of a supply table that are no certificate's enter the warehouse as they stand, and are said aloud. */
const warnOfUnknown = async ({ dataDir, effects }: Run): Promise<void> => {
  for (const { kind, unknown } of await storedTables(dataDir))
    if (unknown.length > 0)
      effects.log.warn(
        { event: "unknown certificates", kind, names: unknown },
        `${unknown.length} names of the certificates earned are unknown and compared with nothing: "certworth tables list --json" names them`,
      );
};

/** What is built: all postings or those up to a month (`YYYY-MM`), or what `aggregate` counted. */
export interface Built {
  asOf?: string | undefined;
  fromAggregates?: boolean | undefined;
}

/** Postings without facts by the present extractor count for nothing. */
const warnOfUnread = ({ dataDir, effects }: Run, extractor: string, lake: LakeFiles): void => {
  const waiting = unextracted(dataDir, extractor, lake);
  if (waiting > 0)
    effects.log.warn(
      { event: "facts missing", files: waiting, extractor },
      `${waiting} files of postings have no facts by this extractor yet and are not counted; run "certworth extract" first`,
    );
};

/**
 * lake -> warehouse.duckdb: built beside the old one, checked, then renamed over it. What stands then is kept as
 * the day's edition, unless it is a look back.
 */
export const build = async (run: Run, { asOf, fromAggregates = false }: Built = {}): Promise<BuildResult> => {
  const { dataDir, effects, vocabulary } = run;
  const rules = readRetention(dataDir);
  await warnOfUnknown(run);
  const extractor = vocabulary.extractor.version;
  const lake = await seenLake(dataDir);
  if (!fromAggregates) warnOfUnread(run, extractor, lake);
  const damaged = [...readRuns(dataDir).unreadable, ...tornMarkers(lake)];
  for (const record of damaged)
    effects.log.warn({ event: "record damaged" }, `${record}: left out; "certworth check" says what to do`);
  const result = await buildWarehouse({
    dataDir,
    lake,
    taxonomyDir: vocabulary.taxonomyDir,
    extractor,
    taxonomyVersion: vocabulary.taxonomy.version,
    vintage: asOf === undefined ? effects.now().toISOString().slice(0, 10) : undefined,
    asOf,
    fromAggregates,
    stop: effects.stop,
    attributions: readAttributions(layout(dataDir).taxonomy).map(({ name, text }) => `${name}: ${text}`),
  });
  if (asOf !== undefined) return result;
  keepEdition(dataDir, effects.now().toISOString().slice(0, 10));
  dropEditions(dataDir, rules);
  return result;
};
