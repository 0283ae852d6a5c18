import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../package-root.js";
import { readTaxonomy, type TaxonomyFiles } from "./read.js";
import type { Taxonomy } from "./taxonomy.js";

const inFolder =
  (folder: string): TaxonomyFiles =>
  (file) => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path) : null;
  };

/**
 * Reads and validates the whole vocabulary from the CSV files of `dir`; `extra` is the folder that `taxonomy import`
 * wrote to, whose job titles are added. Throws a TaxonomyError that lists every fault by file, line, field and value.
 */
export const loadTaxonomy = (dir = packagePath("models", "taxonomy"), { extra }: { extra?: string } = {}): Taxonomy =>
  readTaxonomy(inFolder(dir), extra === undefined ? undefined : inFolder(extra));
