// Reads one web archive as an import does, up to the postings, and says what it cost. usage: node test/bench/warc/read.mjs FILE
import { archivedPostings, isPosting } from "../../../dist/pipelines/warc/postings.js";

const counts = { records: 0, pages: 0, damaged: 0 };
const from = performance.now();
let postings = 0;
for (const one of archivedPostings(process.argv[2], counts)) if (isPosting(one)) postings += 1;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cost = {
  wall: (performance.now() - from) / 1000,
  cpu: (userCPUTime + systemCPUTime) / 1e6,
  megabytes: maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify({ ...counts, postings, ...cost })}\n`);
