import { closeSync, openSync, writeSync } from "node:fs";
import { gzipSync } from "node:zlib";

const WORDS = Array.from(
  { length: 6000 },
  (_, at) => `w${((at * 2654435761) >>> 0).toString(36).slice(0, 3 + (at % 7))}`,
);
/** Distinct pages; the file repeats them. */
const PAGES = 400;
/** One page in so many is an advert. Of the pages of a general crawl fewer are. */
const ADVERT_EVERY = 100;

/** A number in 0..n-1 that follows from two others only. */
const draw = (a, b, n) => (Math.imul(a * 31 + b + 7, 2654435761) >>> 8) % n;

const paragraph = (page, at) =>
  Array.from({ length: 40 + draw(page, at, 80) }, (_, word) => WORDS[draw(page * 977 + at, word, WORDS.length)]).join(
    " ",
  );

const advert = (page) =>
  `<script type="application/ld+json">${JSON.stringify({
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: `Technician ${page}`,
    datePosted: "2024-03-01",
    description: `<p>CompTIA A+ required.</p><p>${paragraph(page, 999)}</p>`,
  })}</script>`;

/** A page of 30 to 130 kB, which packs to a fifth, as pages of the web do. */
const html = (page) =>
  `<!doctype html><html><head><title>Page ${page}</title>${page % ADVERT_EVERY === 0 ? advert(page) : ""}</head><body>${Array.from(
    { length: 60 + draw(page, 1, 200) },
    (_, at) =>
      `<div class="content-block column-wide"><a href="/section/${draw(page, at, 900)}/page.html" class="link-item">more</a><p class="text">${paragraph(page, at)}</p></div>`,
  ).join("\n")}</body></html>`;

const record = (type, fields, block) =>
  gzipSync(
    Buffer.concat([
      Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\n${fields}Content-Length: ${block.length}\r\n\r\n`),
      block,
      Buffer.from("\r\n\r\n"),
    ]),
    { level: 6 },
  );

/** Request, response and metadata of a page, as Common Crawl keeps them: a gzip member each. */
const recordsOf = (page) => {
  const uri = `WARC-Target-URI: https://site-${page}.example/page/${page}\r\nWARC-Date: 2024-03-10T08:00:00Z\r\n`;
  const body = Buffer.from(html(page));
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Crawl-Content-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([
    record("request", uri, Buffer.from(`GET /page/${page} HTTP/1.1\r\nHost: site-${page}.example\r\n\r\n`)),
    record("response", uri, Buffer.concat([Buffer.from(head), body])),
    record("metadata", uri, Buffer.from("fetchTimeMs: 120\r\ncharset-detected: UTF-8\r\n")),
  ]);
};

/** Writes an archive of at least so many bytes. */
export const writeArchive = (file, bytes) => {
  const pages = Array.from({ length: PAGES }, (_, page) => recordsOf(page));
  const handle = openSync(file, "w");
  for (let [page, written] = [0, 0]; written < bytes; page++) written += writeSync(handle, pages[page % PAGES]);
  closeSync(handle);
};
