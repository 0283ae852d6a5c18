// Speed on one core: the matcher and the whole extraction, beside other matchers over the same surfaces and texts.
// usage: node test/bench/run.mjs [--postings 20000] [--rounds 3]     (after npm run build)
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { peers, rust } from "./peers.mjs";
import { race, report } from "./rounds.mjs";
import { benchTexts } from "./texts.mjs";
import { inThreads } from "./workers.mjs";

const { values } = parseArgs({
  options: {
    postings: { type: "string", default: "20000" },
    rounds: { type: "string", default: "3" },
    dist: { type: "string", default: "../../dist/" },
  },
});
const dist = new URL(values.dist, import.meta.url).href;
const ours = (path) => import(new URL(path, dist).href);
const { loadTaxonomy } = await ours("models/taxonomy/load.js");
const { createExtractor } = await ours("extractors/extraction.js");
const { createMatcher } = await ours("extractors/matcher.js");
const { Hits } = await ours("extractors/matching/hits.js");
const { htmlToText } = await ours("extractors/text.js");

const { from, postings } = benchTexts(Number(values.postings), htmlToText);
const rounds = Number(values.rounds);
const taxonomy = loadTaxonomy();
const surfaces = [...taxonomy.certificateSurfaces, ...taxonomy.skillSurfaces].map(({ surface }) => surface);

const building = performance.now();
const extractor = createExtractor(taxonomy);
const built = performance.now() - building;
const matcher = createMatcher(surfaces);
const hits = new Hits();

const overAll = (name, count) => ({ name, run: (some) => some.reduce((sum, posting) => sum + count(posting), 0) });
let round = 0;
/** The extractor remembers the titles it saw: each round's are new to it, as a stream's mostly are. */
const extractAll = (some) => {
  round++;
  return some.reduce(
    (sum, { title, text }) => sum + extractor.extract({ title: `${title} ${round}`, text }).mentions.length,
    0,
  );
};
const others = await peers(surfaces);
const contenders = [
  overAll("certworth matcher, all hits with offsets and word bounds", ({ text }) => {
    matcher.scan(text, hits);
    return hits.length;
  }),
  { name: "certworth whole extraction, every field", run: extractAll },
  ...others.filter(({ find }) => find !== null).map(({ name, find }) => overAll(name, ({ text }) => find(text))),
];
const results = race(contenders, postings, rounds);
const absent = others.filter(({ find }) => find === null).map(({ name }) => ({ name, seconds: null }));
const resident = Math.round(process.memoryUsage().rss / 1e6);

const read = results[1].postings;
const one = await inThreads(1, dist, read, rounds);
const two = await inThreads(2, dist, read, rounds);
const threads = [
  { name: `whole extraction, one thread (${one.megabytes} MB of its own)`, ...one, postings: read },
  { name: `whole extraction, two threads (${two.megabytes} MB each)`, ...two, postings: read },
];

process.stdout.write(
  `${from}: ${postings.length} postings, ${surfaces.length} surfaces, median of ${rounds} rounds in turn; ` +
    `Node ${process.version}, ${cpus()[0]?.model ?? "unknown CPU"}\n` +
    `extractor built in ${Math.round(built)} ms; resident ${resident} MB with every contender; ` +
    `who would need more than 5 seconds for all postings reads fewer\n\n` +
    `${report("One core", [...results, ...rust(surfaces, postings, rounds), ...absent])}\n` +
    `${report(`Threads: two are ${(one.seconds / two.seconds).toFixed(2)} times one`, threads)}`,
);
