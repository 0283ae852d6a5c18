import { existsSync } from "node:fs";
import { createExtractor, type Extractor } from "../extractors/extraction.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import type { Taxonomy } from "../models/taxonomy/taxonomy.js";
import { layout } from "./lake/layout.js";
import { roomHash } from "./room-hash.js";

/** The taxonomy and the extractor made of it, as one data directory sees them. */
export interface Vocabulary {
  taxonomy: Taxonomy;
  taxonomyDir: string;
  /** The folder of tables that `taxonomy import` added, where there is one. */
  extra: string | undefined;
  codeHash: string;
  extractor: Extractor;
}

export const loadVocabulary = (dataDir?: string): Vocabulary => {
  const taxonomyDir = packagePath("models", "taxonomy");
  const imported = dataDir === undefined ? undefined : layout(dataDir).taxonomy;
  const extra = imported !== undefined && existsSync(imported) ? imported : undefined;
  const taxonomy = loadTaxonomy(taxonomyDir, extra === undefined ? {} : { extra });
  const codeHash = roomHash("extractors");
  return { taxonomy, taxonomyDir, extra, codeHash, extractor: createExtractor(taxonomy, codeHash) };
};
