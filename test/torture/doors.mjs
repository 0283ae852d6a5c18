// Every front door that generated input is pushed through: what it reads, and which errors it may end in, by name.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { DuckDBInstance } from "@duckdb/node-api";

const ours = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { createExtractor } = await ours("extractors/extraction.js");
const { htmlToText } = await ours("extractors/text.js");
const { withoutContactsInMarkup } = await ours("extractors/privacy.js");
const { loadTaxonomy } = await ours("models/taxonomy/load.js");
const { Politeness } = await ours("pipelines/politeness.js");
const { rulesOf } = await ours("pipelines/politeness/robots.js");
const { itemsOf } = await ours("pipelines/crawl/drift/items.js");
const { rowsOf } = await ours("pipelines/lake/rows.js");
const { readMap } = await ours("pipelines/maps/map.js");
const { rowReader } = await ours("pipelines/maps/row-reader.js");
const { formats } = await ours("pipelines/readers/index.js");
const { isRow } = await ours("pipelines/readers/row.js");
const { embeddedPostings } = await ours("pipelines/sources/embedded.js");
const { platforms } = await ours("pipelines/sources/index.js");
const { checked, isRefusal, readAnswer } = await ours("pipelines/sources/parsed.js");
const { recognised } = await ours("pipelines/crawl/page-signs.js");
const { sitemapEntries } = await ours("pipelines/sources/sitemap.js");
const { treeOf } = await ours("pipelines/sources/tree.js");
const { readSources } = await ours("pipelines/sources-file.js");
const { streamExtract } = await ours("pipelines/stages/stream.js");
const { importVerb } = await ours("pipelines/taxonomy/import.js");
const { runQuery } = await ours("warehouse/query.js");

const root = new URL("../../", import.meta.url).pathname;
const textsIn = (folder, ending = "") =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .filter((text) => text.length < 4000);

const folder = mkdtempSync(join(tmpdir(), "certworth-fuzz-"));
export const done = () => rmSync(folder, { recursive: true, force: true });
const file = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const extractor = createExtractor(loadTaxonomy());
const source = { id: "s", platform: "x", board: "example.com", base_url: "https://example.com", enabled: true };
const names = [...platforms.keys()];

const TAGS =
  "<div> </div> <p> <li> <td> <table> <b id=a> </b> <script> </script> <style> <br/> <a href=x> <svg> <title> <textarea> <![CDATA[ ]]> <?xml?> <!DOCTYPE".split(
    " ",
  );
const HTML = [
  ...TAGS,
  '<script type="application/ld+json">',
  '{"@type":"JobPosting","title":"x","description":"y"}',
  "itemscope itemtype=https://schema.org/JobPosting",
  'itemprop="title"',
  "CCNA required",
  "a@b.cd",
  "(555) 123-4567",
  "&nbsp;",
];
const JSONS = [
  "{",
  "}",
  "[",
  "]",
  '"id":',
  '"title":',
  '"text":',
  '"html":',
  '"jobs":',
  '"CCNA required"',
  "1",
  "true",
  '"posted_on":"2026-01-05"',
  '"requisition":"1"',
  '"source":"a"',
  '{"id":"1","text":"RN"}\n',
  "\n",
];
const XML = [
  "<urlset>",
  "<url>",
  "<loc>",
  "https://example.com/jobs/1",
  "</loc>",
  "</url>",
  "<sitemapindex>",
  "<sitemap>",
  "<lastmod>",
  "2026-01-01",
  "<!ENTITY a 'b'>",
  "&a;",
  "<rss>",
  "<item>",
  "<title>",
  "</title>",
  "<feed>",
  "<entry>",
  "<x:loc>",
];

const readAll = async (format, path) => {
  const map = readMap(join(root, "pipelines/maps/own.json"));
  const read = rowReader(map, map.columns);
  const postings = [];
  for await (const one of formats.get(format).read(path, {})) {
    if (!isRow(one)) {
      if (typeof one.reason !== "string" || one.reason === "") throw new Error("a refusal without a reason");
      continue;
    }
    const raw = checked(read(one).raw, path, one.line, one.values);
    if (!isRefusal(raw))
      postings.push({ raw, from: { source: "s", platform: "p", board: "b", seen_on: "2026-01-01", open: false } });
  }
  rowsOf({ postings, answers: [] });
};

const worker = async (text) => {
  let answers = "";
  const output = new Writable({
    write: (chunk, _, next) => {
      answers += chunk;
      next();
    },
  });
  const { lines } = await streamExtract(Readable.from([`${text}\n`]), output, extractor);
  const found = answers.split("\n").filter(Boolean).map(JSON.parse);
  if (found.length !== lines) throw new Error(`${lines} lines and ${found.length} answers`);
};

const page = (text) => {
  htmlToText(text);
  withoutContactsInMarkup(text, "text/html");
  embeddedPostings(text, "x");
  treeOf(text, "html");
};

let turn = 0;
const answer = (text) => {
  turn += 1;
  const platform = platforms.get(names[turn % names.length]);
  const contentType = /^\s*[[{]/.test(text)
    ? "application/json"
    : text.startsWith("<?xml")
      ? "application/xml"
      : "text/html";
  itemsOf(text, contentType);
  const label = turn % 2 === 0 ? "detail" : undefined;
  const parsed = readAnswer(
    platform,
    { url: "https://example.com/1", contentType, body: text, label, carry: { title: "x" } },
    source,
  );
  rowsOf({
    postings: parsed.postings.map((raw) => ({
      raw,
      from: { source: "s", platform: "p", board: "b", seen_on: "2026-01-01", open: true },
    })),
    answers: [],
  });
};

const politeness = new Politeness({
  userAgent: "certworth/1",
  leave: { loopback: false, named: new Set() },
  robotsFolder: null,
});
const address = (text) => {
  for (const base of [undefined, "https://example.com/a/"]) {
    if (!URL.canParse(text, base)) continue;
    const url = new URL(text, base);
    politeness.outOfBounds(url);
    recognised(url);
  }
};

const robots = (text) => {
  const rules = rulesOf("https://example.com", 200, text, "certworth/1");
  rules.allows("https://example.com/jobs/1?a=b");
  rules.allows(`https://example.com/${"a".repeat(300)}`);
};

const warehouse = async () => {
  const instance = await DuckDBInstance.create(join(folder, "warehouse.duckdb"));
  const connection = await instance.connect();
  await connection.run(
    "CREATE SCHEMA IF NOT EXISTS marts; CREATE OR REPLACE TABLE marts.posting AS SELECT 'p' AS posting_id, 1 AS n",
  );
  connection.closeSync();
  instance.closeSync();
};
await warehouse();

const SQL =
  "SELECT FROM marts.posting n posting_id WHERE ( ) , * count(*) GROUP BY 1 ORDER LIMIT 5 'x' read_csv('/etc/passwd') COPY TO ATTACH SET PRAGMA ; INSERT INTO VALUES DROP TABLE UNION ALL WITH a AS JOIN range(10) NULL [1,2] {'a':1} ::INT || = < INSTALL httpfs".split(
    " ",
  );
const YAML = [
  "- ",
  "id: a",
  "platform: greenhouse",
  "board: b",
  "{ ",
  " }",
  "[",
  "]",
  ": ",
  "&a ",
  "*a",
  "!!js/function",
  "|\n",
  ">\n",
  "  ",
  "\n",
  "expect: { min: 1, max: 5 }",
  "? ",
  "---\n",
  "<<: *a",
  "enabled: yes",
];
const ROBOTS = [
  "User-agent: *\n",
  "User-agent: certworth\n",
  "Disallow: /",
  "Allow: /",
  "Crawl-delay: 5\n",
  "Sitemap: https://example.com/s.xml\n",
  "*",
  "$",
  "\n",
  "a",
  "#",
];
const ADDRESS = [
  "http://",
  "https://",
  "127.0.0.1",
  "[::1]",
  "0x7f.1",
  "2130706433",
  "localhost",
  "example.com",
  "boards.greenhouse.io/acme",
  "jobs.lever.co/",
  "@",
  ":80",
  "/",
  "?q=",
  "#",
  "..",
  "file:",
  "jobs.ashbyhq.com/x",
  "%2e",
  "ⓔxample.com",
];
const CSV = [
  "source,requisition,title,employer,text,posted_on\n",
  "a,1,Nurse,Acme,RN required,2026-01-05\n",
  ",",
  '"',
  '""',
  "\n",
  ";",
  "\t",
  "x",
];
const MAP = [
  "{",
  "}",
  '"columns":',
  '"requisition":"a"',
  '"title":"b"',
  '"text":{"column":"c","pattern":"(a+)+"}',
  ",",
  '"format":"csv"',
  '"constants":',
  '"x"',
  "[",
];
const TABLE = [
  "O*NET-SOC Code\tAlternate Title\tShort Title\n",
  "15-1232.00\tClerk\tx\n",
  "conceptUri,preferredLabel,altLabels,skillType\n",
  "http://e/x,a,b,c\n",
  "\t",
  ",",
  '"',
  "\n",
];

const answers = textsIn("test/input/import/answers");
const soured = textsIn("test/input/import", ".csv");
const lines = [
  ...answers.filter((text) => /^\s*[[{]/.test(text)),
  '{"id":"1","title":"Nurse","text":"RN and BLS required. $20 an hour."}',
  '{"id":"2","html":"<ul><li>CCNA or Network+<li>CPR within 6 months</ul>"}',
];
const shipped = readFileSync(join(root, "pipelines/sources.yaml"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("- "))
  .slice(0, 40);

/** `share`: its part of all inputs; `may`: names of errors that are answers; the rest is what the inputs are made of. */
export const DOORS = [
  { name: "worker", share: 15, may: [], words: [...JSONS, ...HTML], seeds: lines, push: worker },
  {
    name: "html",
    share: 20,
    may: ["NestingError"],
    words: HTML,
    seeds: answers.filter((text) => text.includes("<")),
    push: page,
  },
  {
    name: "platform answers",
    share: 15,
    may: ["AnswerError"],
    words: [...JSONS, ...XML, ...HTML],
    seeds: answers,
    push: answer,
  },
  {
    name: "sitemap",
    share: 15,
    may: [],
    words: XML,
    seeds: answers.filter((text) => text.includes("<loc>")),
    push: sitemapEntries,
  },
  { name: "robots", share: 13, may: [], words: ROBOTS, seeds: [], push: robots },
  { name: "addresses", share: 13, may: [], words: ADDRESS, seeds: [], push: address },
  { name: "csv", share: 2.2, may: [], words: CSV, seeds: soured, push: (text) => readAll("csv", file("x.csv", text)) },
  {
    name: "ndjson",
    share: 2.2,
    may: [],
    words: JSONS,
    seeds: lines,
    push: (text) => readAll("ndjson", file("x.ndjson", text)),
  },
  {
    name: "json",
    share: 2.2,
    may: [],
    words: JSONS,
    seeds: lines,
    push: (text) => readAll("json", file("x.json", text)),
  },
  {
    name: "yaml",
    share: 1.5,
    may: ["SourcesError"],
    words: YAML,
    seeds: shipped,
    push: (text) => readSources(file("x.yaml", text)),
  },
  {
    name: "maps",
    share: 1,
    may: ["MapError"],
    words: MAP,
    seeds: textsIn("pipelines/maps", ".json"),
    push: (text) => readMap(file("x.json", text)),
  },
  {
    name: "vocabulary",
    share: 0.3,
    may: ["Error", "CsvError"],
    words: TABLE,
    seeds: textsIn("test/input/taxonomy"),
    push: (text) => importVerb(file("x.txt", text), folder),
  },
  {
    name: "parquet",
    share: 0.05,
    may: [],
    words: ["PAR1", "\u0000", "a"],
    seeds: ["PAR1\u0000\u0000PAR1"],
    push: (text) => readAll("parquet", file("x.parquet", text)),
  },
  {
    name: "sql",
    share: 0.25,
    may: ["QueryError"],
    words: SQL,
    seeds: ["SELECT posting_id FROM marts.posting WHERE n = 1"],
    push: (sql) => runQuery({ dataDir: folder, sql, format: "csv", seconds: 1 }),
  },
];
