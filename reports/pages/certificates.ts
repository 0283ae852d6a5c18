import { readFileSync } from "node:fs";
import { packagePath } from "../../models/package-root.js";
import { sparkline } from "../charts/spark.js";
import { type Html, html, toMarkup, trusted, type Value } from "../html.js";
import { count } from "../numbers.js";
import { definePage, type Page, type SiteFile } from "../page.js";
import { changeCell, scroller, shareCell } from "../parts.js";
import { certificatePath, hasTrend, recentShare, SUMMARY_SQL, type Summary } from "../summary.js";
import { STATUS_WORDS, statusChip, statusWords, TYPE_WORDS } from "../words.js";

/** Sorts, searches and filters all rows; without it they stand in pages, the best evidenced first. */
const SCRIPT = readFileSync(packagePath("reports", "pages", "certificates.client.js"), "utf8");

const HEADS = [
  ["name", "Certificate", "text"],
  ["status", "Status", "text"],
  ["course", "Share by quarter", ""],
  ["share", "Share, last 12 months", "num"],
  ["change", "Change a year", "num"],
  ["evidence", "Postings asking", "num"],
] as const;

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

const select = (name: string, label: string, options: readonly (readonly [value: string, text: string])[]): Html =>
  html`<label>${label}<select name="${name}"><option value="">Any</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>`;

function filters(summaries: readonly Summary[]): Html {
  const same = (values: readonly string[]) => sorted(values).map((value) => [value, value] as const);
  return html`<form class="filters" id="filters" hidden role="search" aria-label="Certificates">
<label class="wide">Search<input type="search" name="q" autocomplete="off" placeholder="Name or issuer"></label>
${select(
  "status",
  "Status",
  Object.entries(STATUS_WORDS).map(([value, { label }]) => [value, label] as const),
)}
${select(
  "type",
  "Type",
  sorted(summaries.map(({ type }) => type)).map((type) => [type, TYPE_WORDS[type] ?? type] as const),
)}
${select("cluster", "Career cluster", same(summaries.flatMap(({ cluster_name }) => cluster_name ?? [])))}
${select("k12", "Earned in school", [
  ["yes", "Often"],
  ["no", "Seldom"],
  ["unknown", "Unknown"],
])}
${select("evidence", "Postings asking, at least", [
  ["1", "1"],
  ["100", "100"],
  ["1000", "1,000"],
])}
<button type="reset">Clear</button>
<p class="count" id="count" role="status"></p>
</form>`;
}

function row(summary: Summary): Html {
  const { certificate_id, name, issuer, type, cluster_name, k12, status, evidence } = summary;
  const share = recentShare(summary)?.share ?? -1;
  const slope = hasTrend(summary) ? summary.slope_pct_year : null;
  return html`<tr data-status="${status ?? ""}" data-type="${type}" data-cluster="${cluster_name ?? ""}" data-k12="${k12}">
<th scope="row"><a href="${certificatePath(certificate_id)}">${name}</a><small>${issuer}${cluster_name !== null && html`<span class="cluster">${issuer !== null && issuer !== "" && " · "}${cluster_name}</span>`}</small></th>
<td data-v="${statusWords(status).label}">${statusChip(status)}</td>
<td>${(evidence ?? 0) > 0 && sparkline(summary.quarters, hasTrend(summary))}</td>
<td class="num" data-v="${share}">${shareCell(summary)}</td>
<td class="num" data-v="${slope ?? ""}">${changeCell(summary)}</td>
<td class="num" data-v="${evidence ?? 0}">${count(evidence)}</td>
</tr>
`;
}

/** Rows of a page: so many weigh less than 150 KB even where a server packs nothing. */
const PER_PAGE = 80;

const pathOf = (page: number): string => (page === 0 ? "certificates.html" : `certificates-${page + 1}.html`);

/** All pages by number; the script hides it on the first once it has brought the other rows. */
function pageLinks(page: number, pages: number): Value {
  if (pages < 2) return false;
  const link = (index: number) =>
    html`<li><a href="${pathOf(index)}"${index === page && html` aria-current="page"`}>${index + 1}</a></li>`;
  return html`<nav class="pages" id="pages" aria-label="Pages of certificates"><ul>${Array.from({ length: pages }, (_, index) => link(index))}</ul></nav>`;
}

const indexTable = (rows: readonly Summary[], all: number): Html =>
  scroller(
    "Certificates",
    html`<table id="certificates" class="index" data-all="${count(all)}"><caption class="hide">Certificates with status, share of postings, change a year and postings asking</caption>
<thead><tr>${HEADS.map(([key, label, kind]) => html`<th scope="col" data-key="${key}" data-kind="${kind}"${kind === "num" && html` class="num"`}>${label}</th>`)}</tr></thead>
<tbody>${rows.map(row)}</tbody></table>`,
  );

function standfirst(summaries: readonly Summary[]): Html {
  const thin = summaries.filter((summary) => !hasTrend(summary)).length;
  return html`<p class="standfirst">All ${count(summaries.length)} certificates that are looked for in postings. For ${count(thin)} of them there is too little evidence for a trend: their dots are not joined, and no change is stated.</p>`;
}

/** Shown while the page is still read, so that nothing moves when the script at its end runs. */
const SHOW_FILTERS = trusted('<script>document.getElementById("filters").hidden = false;</script>');

const firstPage = (all: readonly Summary[], rows: readonly Summary[], pages: number): Html =>
  html`<header class="lead"><h1>Certificates</h1>
${standfirst(all)}</header>
${filters(all)}${SHOW_FILTERS}
${indexTable(rows, all.length)}
${pageLinks(0, pages)}
<p class="none" id="nothing" hidden>No certificate fits. Clear a filter.</p>`;

const laterPage = (all: number, rows: readonly Summary[], page: number, pages: number): Html =>
  html`<header class="lead"><h1>Certificates, page ${page + 1} of ${pages}</h1>
<p class="standfirst">The best evidenced first. To search, filter and sort them all: <a href="certificates.html">the first page</a>, with JavaScript.</p></header>
${indexTable(rows, all)}
${pageLinks(page, pages)}`;

/** The rows that the first page lacks, as the markup that the later pages hold. */
const rowsScript = (rows: readonly Summary[]): string =>
  `certworthRows(${JSON.stringify(rows.map((one) => toMarkup(row(one)).trim()).join("\n"))});\n`;

export default definePage<{ summaries: Summary[] }>({
  title: "Certificates",
  queries: { summaries: SUMMARY_SQL },
  *render({ summaries }): Generator<Page | SiteFile> {
    const byEvidence = [...summaries].sort((a, b) => (b.evidence ?? 0) - (a.evidence ?? 0));
    const pages = Math.max(1, Math.ceil(byEvidence.length / PER_PAGE));
    for (let page = 0; page < pages; page++) {
      const rows = byEvidence.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
      yield {
        path: pathOf(page),
        title: page === 0 ? "Certificates" : `Certificates, page ${page + 1}`,
        description: "Every certificate, with its status, its share of postings and its evidence.",
        section: "certificates",
        body: page === 0 ? firstPage(summaries, rows, pages) : laterPage(summaries.length, rows, page, pages),
        ...(page === 0 ? { script: SCRIPT } : {}),
      };
    }
    if (pages > 1) yield { path: "data/rows.js", text: rowsScript(byEvidence.slice(PER_PAGE)) };
  },
});
