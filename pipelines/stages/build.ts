import { type BuildResult, buildWarehouse } from "../../warehouse/builder.js";
import { layout } from "../lake/layout.js";
import { readAttributions } from "../taxonomy/attributions.js";
import type { Vocabulary } from "../vocabulary.js";

/** lake -> warehouse.duckdb: built beside the old one, checked, then renamed over it. */
export const build = (dataDir: string, vocabulary: Vocabulary): Promise<BuildResult> =>
  buildWarehouse({
    dataDir,
    taxonomyDir: vocabulary.taxonomyDir,
    extractor: vocabulary.extractor.version,
    taxonomyVersion: vocabulary.taxonomy.version,
    attributions: readAttributions(layout(dataDir).taxonomy).map(({ name, text }) => `${name}: ${text}`),
  });
