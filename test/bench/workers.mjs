// Whole extraction in threads beside each other, as a night runs it: how much two of them gain over one, and what each weighs.
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const answer = async (worker) => (await once(worker, "message"))[0];

/**
 * Passes over all postings that every thread makes before it is timed, however small its share: code is compiled, and compiled
 * better, for each thread anew, and threads that read less would be judged by colder code.
 */
const WARM_UP = 3;

/** As `extract` gives its threads (pipelines/stages/extract.ts). */
const YOUNG_MEGABYTES = 32;

/** The median seconds in which `count` threads read all postings, each its share, and the megabytes that each adds. */
export async function inThreads(count, dist, postings, rounds) {
  const before = process.memoryUsage().rss;
  const workers = Array.from(
    { length: count },
    (_, nth) =>
      new Worker(fileURLToPath(import.meta.url), {
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
        workerData: { dist, postings: postings.filter((__, at) => at % count === nth) },
      }),
  );
  await Promise.all(workers.map(answer));
  const passes = [];
  let counted = 0;
  const first = WARM_UP * count;
  for (let round = 0; round < first + rounds; round++) {
    const from = performance.now();
    const answers = workers.map(answer);
    for (const worker of workers) worker.postMessage(round);
    counted = (await Promise.all(answers)).reduce((sum, found) => sum + found, 0);
    if (round >= first) passes.push((performance.now() - from) / 1000);
  }
  const megabytes = Math.round((process.memoryUsage().rss - before) / 1e6 / count);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { seconds: passes.sort((a, b) => a - b)[passes.length >> 1], counted, megabytes };
}

async function serve({ dist, postings }) {
  const { loadTaxonomy } = await import(new URL("models/taxonomy/load.js", dist).href);
  const { createExtractor } = await import(new URL("extractors/extraction.js", dist).href);
  const extractor = createExtractor(loadTaxonomy());
  parentPort.on("message", (round) => {
    let found = 0;
    for (const { title, text } of postings)
      found += extractor.extract({ title: `${title} ${round}`, text }).mentions.length;
    parentPort.postMessage(found);
  });
  parentPort.postMessage("ready");
}

if (!isMainThread) await serve(workerData);
