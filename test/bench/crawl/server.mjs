// A job board to measure against: a site with a sitemap and a page an advert (HTML with JSON-LD in the clutter of a usual
// page), and boards with a list and an answer an advert (JSON). Texts are the simulated market's.
// usage: node server.mjs DIST ADVERTS BOARDS; prints its port
import { createServer } from "node:http";

const [dist, adverts = "4000", boards = "1"] = process.argv.slice(2);
const ours = (path) => import(new URL(path, dist).href);
const { simulateMarket } = await ours("pipelines/demo/market.js");
const { createWriter } = await ours("pipelines/demo/text/compose.js");
const { toHtml } = await ours("pipelines/demo/text/document.js");
const { MARKUPS } = await ours("pipelines/demo/text/markup.js");

const count = Number(adverts);
const PER_PAGE = 100;
const TEXTS = 2000;
const market = simulateMarket({ years: 1, seed: 3, postings: TEXTS * 2, today: "2026-10-31" });
const write = createWriter(market.words);
const texts = [];
for (const posting of market.postings()) {
  texts.push({ title: posting.title, html: toHtml(write(posting).blocks, MARKUPS.jsonld) });
  if (texts.length === TEXTS) break;
}
const textOf = (id) => texts[id % texts.length];

const MENU =
  '<li class="menu-item depth-1"><a class="link link--quiet" href="/about/section">A section of the site</a></li>\n';
const CLUTTER = `<nav><ul>${MENU.repeat(120)}</ul></nav>`;
const FOOT = `<footer><ul>${MENU.repeat(60)}</ul><script>window.dataLayer=[];${"var a=1;".repeat(400)}</script></footer>`;

const page = (id) => {
  const { title, html } = textOf(id);
  const job = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    identifier: { "@type": "PropertyValue", value: `R-${id}` },
    title,
    description: html,
    datePosted: "2026-10-01",
    hiringOrganization: { "@type": "Organization", name: "Harbour Works" },
  };
  const data = JSON.stringify(job).replaceAll("</", "<\\/");
  return `<!doctype html><html><head><title>${title}</title><script type="application/ld+json">${data}</script></head><body>${CLUTTER}<main><h1>${title}</h1>${html}</main>${FOOT}</body></html>`;
};
const answer = (id) => {
  const { title, html } = textOf(id);
  return JSON.stringify({
    id: String(id),
    name: title,
    releasedDate: "2026-10-01T00:00:00Z",
    location: { city: "Austin", region: "TX", country: "us", remote: false },
    jobAd: { sections: { jobDescription: { title: "Job description", text: html } } },
  });
};
const list = (offset) =>
  JSON.stringify({
    offset,
    limit: PER_PAGE,
    totalFound: count,
    content: Array.from({ length: Math.min(PER_PAGE, count - offset) }, (_, at) => ({
      id: String(offset + at),
      name: textOf(offset + at).title,
      releasedDate: "2026-10-01T00:00:00Z",
    })),
  });

/** Made before the clock runs: what is measured is the crawling, not the board. Ids differ, so the start is written anew. */
const ready = texts.map((_, id) => ({ page: page(id), answer: answer(id) }));
const pageOf = (id) => ready[id % texts.length].page.replace(/"value":"R-\d+"/, `"value":"R-${id}"`);
const answerOf = (id) => ready[id % texts.length].answer.replace(/"id":"\d+"/, `"id":"${id}"`);

const server = createServer((request, response) => {
  const url = new URL(request.url, "http://127.0.0.1");
  const send = (type, body) => response.writeHead(200, { "content-type": type }).end(body);
  if (url.pathname === "/robots.txt") return send("text/plain", "User-agent: *\nAllow: /\n");
  if (url.pathname === "/sitemap.xml") {
    const entry = (_, id) => `<url><loc>http://127.0.0.1:${server.address().port}/jobs/${id}</loc></url>`;
    return send("application/xml", `<urlset>${Array.from({ length: count }, entry).join("")}</urlset>`);
  }
  const last = url.pathname.split("/").at(-1);
  if (url.pathname.startsWith("/jobs/")) return send("text/html", pageOf(Number(last)));
  if (last === "postings") return send("application/json", list(Number(url.searchParams.get("offset") ?? 0)));
  return send("application/json", answerOf(Number(last)));
});
server.listen(0, "127.0.0.1", () =>
  process.stdout.write(`${JSON.stringify({ port: server.address().port, adverts: count, boards: Number(boards) })}\n`),
);
