import { type BuildResult, buildWarehouse } from "../../warehouse/builder.js";
import { layout } from "../lake/layout.js";
import type { Run } from "../run.js";
import { readAttributions } from "../taxonomy/attributions.js";
import { unextracted } from "./extract.js";

/**
 * lake -> warehouse.duckdb: built beside the old one, checked, then renamed over it. Postings without facts by the present
 * extractor count for nothing, so their number is said aloud.
 */
export const build = ({ dataDir, effects, vocabulary }: Run): Promise<BuildResult> => {
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
    stop: effects.stop,
    attributions: readAttributions(layout(dataDir).taxonomy).map(({ name, text }) => `${name}: ${text}`),
  });
};
