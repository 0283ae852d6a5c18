// What a user would write first: fetch and cheerio.load (JSON: fetch and JSON.parse), eight at a time.
// usage: node plain.mjs html|json PORT ADVERTS CONCURRENCY; prints seconds and pages
import { load } from "cheerio";
import pLimit from "p-limit";

const [kind, port, adverts, concurrency] = process.argv.slice(2);
const limit = pLimit(Number(concurrency));
const path = kind === "html" ? "jobs" : "v1/companies/b0/postings";
let titles = 0;
const ask = async (id) => {
  const body = await (await fetch(`http://127.0.0.1:${port}/${path}/${id}`)).text();
  const title = kind === "html" ? load(body)("h1").text() : JSON.parse(body).name;
  if (title) titles += 1;
};
const from = performance.now();
await Promise.all(Array.from({ length: Number(adverts) }, (_, id) => limit(ask, id)));
process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - from) / 1000, pages: titles })}\n`);
