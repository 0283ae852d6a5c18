import { createInterface } from "node:readline";
import { endWithReader } from "../closed-pipe.js";
import { archivedPostings, isPosting } from "../warc/postings.js";
import { askedOf } from "./flags.js";

const USAGE = "warc-worker.mjs --stdin: the path of a web archive a line in, a posting or a refusal a line out";

/** What one path gives: each posting as a row that `import --format ndjson --map warc` takes, each refusal as `{"error", ...}`. */
function* linesOf(path: string): Generator<object> {
  try {
    for (const one of archivedPostings(path, { records: 0, pages: 0, damaged: 0 })) {
      if (isPosting(one)) yield { source: one.source, seen_on: one.seen_on, ...one.raw };
      else yield { error: one.reason, where: one.where, field: one.field, value: one.value };
    }
  } catch (error) {
    yield { error: (error as Error).message, where: path };
  }
}

/** The whole of `dist/warc-worker.mjs`. */
export const runWarcWorker = async (): Promise<void> => {
  if (askedOf(["--stdin"], USAGE) === null) return;
  endWithReader(process.stdout);
  for await (const path of createInterface({ input: process.stdin })) {
    if (path.trim() === "") continue;
    // A pipe takes each line before the next one is made: what is written here waits for its reader.
    for (const line of linesOf(path.trim())) process.stdout.write(`${JSON.stringify(line)}\n`);
  }
};
