import { createExtractor } from "../../extractors/extraction.js";
import { readTaxonomy } from "../../models/taxonomy/read.js";
import { endWithReader } from "../closed-pipe.js";
import { streamExtract } from "../stages/stream.js";
import { askedOf } from "./flags.js";

/** What the bundler puts into the file beside the code. */
export interface Within {
  /** The vocabulary's tables by file name. */
  tables: Record<string, Uint8Array>;
  /** What `taxonomy import` added, likewise. */
  imported: Record<string, Uint8Array>;
  /** Hash of the extractor's code, as `certworth extract` computes it. */
  codeHash: string;
}

const USAGE = "extract-worker.mjs --stdin [--evidence] | --version: one JSON object a line in, one a line out";

/** The whole of `dist/extract-worker.mjs`: the streaming worker, with nothing to read but its input. */
export const runExtractWorker = async ({ tables, imported, codeHash }: Within): Promise<void> => {
  const asked = askedOf(["--stdin", "--evidence", "--version"], USAGE);
  if (asked === null) return;
  const extractor = createExtractor(
    readTaxonomy(
      (file) => tables[file] ?? null,
      (file) => imported[file] ?? null,
    ),
    codeHash,
  );
  endWithReader(process.stdout);
  if (asked.has("--version")) process.stdout.write(`${extractor.version}\n`);
  else await streamExtract(process.stdin, process.stdout, extractor, { evidence: asked.has("--evidence") });
};
