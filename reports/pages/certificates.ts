import { readFileSync } from "node:fs";
import { packagePath } from "../../models/package-root.js";
import { sparkline } from "../charts/spark.js";
import { type Html, html } from "../html.js";
import { count } from "../numbers.js";
import { definePage } from "../page.js";
import { changeCell, scroller, shareCell } from "../parts.js";
import { certificatePath, hasTrend, recentShare, SUMMARY_SQL, type Summary } from "../summary.js";
import { STATUS_WORDS, statusChip, statusWords, TYPE_WORDS } from "../words.js";

/** Sorts, searches and filters the rows; without it the table is complete, the best evidenced first. */
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

export default definePage<{ summaries: Summary[] }>({
  title: "Certificates",
  queries: { summaries: SUMMARY_SQL },
  *render({ summaries }) {
    const byEvidence = [...summaries].sort((a, b) => (b.evidence ?? 0) - (a.evidence ?? 0));
    const thin = summaries.filter((summary) => !hasTrend(summary)).length;
    const body = html`<header class="lead"><h1>Certificates</h1>
<p class="standfirst">All ${count(summaries.length)} certificates that are looked for in postings. For ${count(thin)} of them there is too little evidence for a trend: their dots are not joined, and no change is stated.</p></header>
${filters(summaries)}
${scroller(
  "Certificates",
  html`<table id="certificates" class="index"><caption class="hide">Certificates with status, share of postings, change a year and postings asking</caption>
<thead><tr>${HEADS.map(([key, label, kind]) => html`<th scope="col" data-key="${key}" data-kind="${kind}"${kind === "num" && html` class="num"`}>${label}</th>`)}</tr></thead>
<tbody>${byEvidence.map(row)}</tbody></table>`,
)}
<p class="none" id="nothing" hidden>No certificate fits. Clear a filter.</p>`;
    yield {
      path: "certificates.html",
      title: "Certificates",
      description: "Every certificate, with its status, its share of postings and its evidence.",
      section: "certificates",
      body,
      script: SCRIPT,
    };
  },
});
