import { sparkline } from "../charts/spark.js";
import { type Html, html } from "../html.js";
import { type Listing, listingPages, valuesOf } from "../listing/listing.js";
import { count } from "../numbers.js";
import { definePage } from "../page.js";
import { changeCell, shareCell } from "../parts.js";
import { certificatePath, hasTrend, recentShare, SUMMARY_SQL, type Summary } from "../summary.js";
import { STATUS_OPTIONS, statusChip, statusWords, TYPE_WORDS } from "../words.js";

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

const listingOf = (summaries: readonly Summary[]): Listing<Summary> => ({
  section: "certificates",
  title: "Certificates",
  description: "Every certificate, with its status, its share of postings and its evidence.",
  noun: "certificates",
  order: "The best evidenced first",
  searched: "Name or issuer",
  columns: [
    ["name", "Certificate", "text"],
    ["status", "Status", "text"],
    ["course", "Share by quarter", ""],
    ["share", "Share, last 12 months", "num"],
    ["change", "Change a year", "num"],
    ["evidence", "Postings asking", "num"],
  ],
  choices: [
    { name: "status", label: "Status", options: STATUS_OPTIONS },
    {
      name: "type",
      label: "Type",
      options: valuesOf(
        summaries.map(({ type }) => type),
        (type) => TYPE_WORDS[type] ?? type,
      ),
    },
    {
      name: "cluster",
      label: "Career cluster",
      options: valuesOf(summaries.flatMap(({ cluster_name }) => cluster_name ?? [])),
    },
    {
      name: "k12",
      label: "Earned in school",
      options: [
        ["yes", "Often"],
        ["no", "Seldom"],
        ["unknown", "Unknown"],
      ],
    },
    {
      name: "evidence",
      label: "Postings asking, at least",
      options: [
        ["1", "1"],
        ["100", "100"],
        ["1000", "1,000"],
      ],
      least: true,
    },
  ],
  sortedBy: "evidence",
  row,
});

export default definePage<{ summaries: Summary[] }>({
  title: "Certificates",
  queries: { summaries: SUMMARY_SQL },
  *render({ summaries }) {
    const byEvidence = [...summaries].sort((a, b) => (b.evidence ?? 0) - (a.evidence ?? 0));
    const thin = summaries.filter((summary) => !hasTrend(summary)).length;
    yield* listingPages(
      listingOf(summaries),
      byEvidence,
      html`All ${count(summaries.length)} certificates that are looked for in postings. For ${count(thin)} of them there is too little evidence for a trend: their dots are not joined, and no change is stated.`,
    );
  },
});
