import { type BuildResult, buildWarehouse } from "../../warehouse/builder.js";
import { tornMarkers } from "../check.js";
import { dropEditions, keepEdition } from "../editions.js";
import { layout } from "../lake/layout.js";
import { readRuns } from "../ledger.js";
import { readRetention } from "../retention.js";
import type { Run } from "../run.js";
import { readAttributions } from "../taxonomy/attributions.js";
import { unextracted } from "./extract.js";

/**
 * lake -> warehouse.duckdb: built beside the old one, checked, then renamed over it. Postings without facts by the present
 * extractor count for nothing, so their number is said aloud. What stands then is kept as the day's edition.
 */
export const build = async ({ dataDir, effects, vocabulary }: Run): Promise<BuildResult> => {
  const rules = readRetention(dataDir);
  const extractor = vocabulary.extractor.version;
  const waiting = unextracted(dataDir, extractor);
  if (waiting > 0)
    effects.log.warn(
      { event: "facts missing", files: waiting, extractor },
      `${waiting} files of postings have no facts by this extractor yet and are not counted; run "certworth extract" first`,
    );
  const damaged = [...readRuns(dataDir).unreadable, ...tornMarkers(layout(dataDir).lake)];
  for (const record of damaged)
    effects.log.warn({ event: "record damaged" }, `${record}: left out; "certworth check" says what to do`);
  const result = await buildWarehouse({
    dataDir,
    taxonomyDir: vocabulary.taxonomyDir,
    extractor,
    taxonomyVersion: vocabulary.taxonomy.version,
    stop: effects.stop,
    attributions: readAttributions(layout(dataDir).taxonomy).map(({ name, text }) => `${name}: ${text}`),
  });
  keepEdition(dataDir, effects.now().toISOString().slice(0, 10));
  dropEditions(dataDir, rules, effects.now());
  return result;
};
