import { workerData } from "piscina";
import { createExtractor } from "../../extractors/extraction.js";
import { loadTaxonomy } from "../../models/taxonomy/load.js";
import { type ExtractCounts, type ExtractTask, extractFile } from "./extract-file.js";

const { codeHash, taxonomyDir, extra } = workerData as { codeHash: string; taxonomyDir: string; extra?: string };
const extractor = createExtractor(loadTaxonomy(taxonomyDir, extra === undefined ? {} : { extra }), codeHash);

/** A worker thread's task: one file of the lake. */
export default (task: ExtractTask): Promise<ExtractCounts> => extractFile(task, extractor);
