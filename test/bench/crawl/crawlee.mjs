// crawlee out of the box: CheerioCrawler (JSON: HttpCrawler) at the same concurrency.
// usage: node crawlee.mjs html|json PORT ADVERTS CONCURRENCY; prints seconds and pages
import { CheerioCrawler, Configuration, HttpCrawler, log } from "@crawlee/cheerio";

const [kind, port, adverts, concurrency] = process.argv.slice(2);
log.setLevel(log.LEVELS.OFF);
const path = kind === "html" ? "jobs" : "v1/companies/b0/postings";
let titles = 0;
const options = {
  minConcurrency: Number(concurrency),
  maxConcurrency: Number(concurrency),
  additionalMimeTypes: ["application/json"],
  requestHandler: ({ $, body }) => {
    if (kind === "html" ? $("h1").text() : JSON.parse(body.toString()).name) titles += 1;
  },
};
const configuration = new Configuration({ persistStorage: false });
const crawler = kind === "html" ? new CheerioCrawler(options, configuration) : new HttpCrawler(options, configuration);
const urls = Array.from({ length: Number(adverts) }, (_, id) => `http://127.0.0.1:${port}/${path}/${id}`);
const from = performance.now();
await crawler.run(urls);
process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - from) / 1000, pages: titles })}\n`);
process.exit();
