import { type BuildResult, buildWarehouse } from "../../warehouse/builder.js";
import { layout } from "../lake/layout.js";
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

/**
 * lake -> warehouse.duckdb: built beside the old one, checked, then renamed over it. Postings without facts by the present
 * extractor count for nothing, so their number is said aloud.
 * @param asOf `YYYY-MM`: postings after that month are left out
 */
export const build = async (run: Run, asOf?: string): Promise<BuildResult> => {
  const { dataDir, effects, vocabulary } = run;
  await warnOfUnknown(run);
  const extractor = vocabulary.extractor.version;
  const waiting = unextracted(dataDir, extractor);
  if (waiting > 0)
    effects.log.warn(
      { event: "facts missing", files: waiting, extractor },
      `${waiting} files of postings have no facts by this extractor yet and are not counted; run "certworth extract" first`,
    );
  return buildWarehouse({
    dataDir,
    taxonomyDir: vocabulary.taxonomyDir,
    extractor,
    taxonomyVersion: vocabulary.taxonomy.version,
    // A look back is not published: the day's edition stays.
    vintage: asOf === undefined ? effects.now().toISOString().slice(0, 10) : undefined,
    asOf,
    attributions: readAttributions(layout(dataDir).taxonomy).map(({ name, text }) => `${name}: ${text}`),
  });
};
