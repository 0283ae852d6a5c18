import { type Html, html } from "../../html.js";
import { count, plural } from "../../numbers.js";
import type { Facts } from "../../page.js";
import { changeCell, shareCell, table } from "../../parts.js";
import type { Summary } from "../../summary.js";
import { statusChip } from "../../words.js";
import { hasSheet } from "./rows.js";
import { sheet } from "./sheet.js";

/** Rows of two lines that one page of Letter holds. */
const LISTED = 15;

const KINDS: Record<string, string> = { explicit: "by name", skill: "by its skills", licence: "by its occupations" };

/** The certificates of a career cluster on one page, the best evidenced first: an order of evidence, not of worth. */
export function clusterSheet(cluster: string, summaries: readonly Summary[], facts: Facts): Html {
  const seen = summaries.filter(hasSheet);
  const listed = seen
    .toSorted((a, b) => (b.evidence ?? 0) - (a.evidence ?? 0) || (a.certificate_id < b.certificate_id ? -1 : 1))
    .slice(0, LISTED);
  const rows = listed.map((summary) => [
    html`${summary.name}<br><small>demand ${KINDS[summary.demand] ?? "by name"}</small>`,
    statusChip(summary.status),
    shareCell(summary),
    changeCell(summary),
    count(summary.evidence),
  ]);
  const rest = seen.length - listed.length;
  const lead = html`<p>${plural(seen.length, "certificate")} of ${count(summaries.length)} have enough evidence${rest > 0 && `; the ${count(listed.length)} with most are listed`}. <strong>The order is that of evidence, not of worth.</strong> Kinds of demand are not to be compared.</p>`;
  return sheet(
    cluster,
    lead,
    table(
      `Certificates: ${cluster}`,
      ["Certificate", "Status", "Share, 12 months", "Change a year", "Asking"],
      rows,
      [2, 3, 4],
    ),
    facts,
  );
}
