import { sparkline } from "./charts/spark.js";
import type { Finding } from "./findings.js";
import { type Html, html, type Value } from "./html.js";
import { change, changeRange, count, percent, percentRange } from "./numbers.js";
import { aggregate, type Counted } from "./series.js";
import { certificatePath, hasTrend, recentShare, type Summary } from "./summary.js";
import { statusChip } from "./words.js";

/** A heading and its honest sentence beside the chart that they speak of; above it on a narrow screen. */
export const pair = (
  id: string,
  heading: string,
  text: Value,
  figure: Value,
): Html => html`<section class="pair" id="${id}" aria-labelledby="${id}-h">
<div class="say"><h2 id="${id}-h">${heading}</h2>${text}</div>
<div class="show">${figure}</div>
</section>`;

/** Wide content scrolls inside its own box, which a keyboard can reach; the page itself never scrolls sideways. */
export const scroller = (label: string, content: Value): Html =>
  html`<div class="scroller" role="group" aria-label="${label}" tabindex="0">${content}</div>`;

export const details = (summary: string, content: Value): Html =>
  html`<details><summary>${summary}</summary>${content}</details>`;

/** A plain table; the first cell of a row is its heading, `numeric` names the columns (from 0) that are set as figures. */
export function table(
  caption: string,
  heads: readonly Value[],
  rows: readonly (readonly Value[])[],
  numeric: readonly number[] = [],
): Html {
  const mark = (index: number) => numeric.includes(index) && html` class="num"`;
  return scroller(
    caption,
    html`<table><caption>${caption}</caption><thead><tr>${heads.map((head, index) => html`<th scope="col"${mark(index)}>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td${mark(index)}>${cell}</td>`))}</tr>\n`)}</tbody></table>`,
  );
}

/** A share over its 95 % interval. */
export const shareOver = (share: number | null, low: number | null, high: number | null): Html =>
  html`${percent(share)}<br><small>${percentRange(low, high)}</small>`;

/** A change a year, in per cent, over its 95 % interval. */
export const changeOver = (slope: number | null, low: number | null, high: number | null): Html =>
  html`${change(slope)}<br><small>${changeRange(low, high)}</small>`;

/** "0.42%" over its interval, or a dash. */
export function shareCell(summary: Summary): Html {
  const recent = recentShare(summary);
  if (recent === null) return html`–`;
  return shareOver(recent.share, recent.low, recent.high);
}

/** The change with its interval; where evidence is thin no number is shown. */
export function changeCell(summary: Summary): Html {
  if (!hasTrend(summary) || summary.slope_pct_year === null) return html`<span class="quiet">too few postings</span>`;
  return changeOver(summary.slope_pct_year, summary.slope_low, summary.slope_high);
}

function twinsLine({ twins }: Finding): Value {
  if (twins.length === 0) return false;
  const others = twins.slice(0, 2).map(({ name }) => name);
  const more = twins.length > 2 ? ` and ${count(twins.length - 2)} more` : "";
  return html`<br><small>same numbers: ${others.join(", ")}${more}</small>`;
}

const trendRow = (finding: Finding): Value[] => [
  html`<a href="${certificatePath(finding.certificate_id)}">${finding.name}</a>${twinsLine(finding)}<br>${statusChip(finding.status)}`,
  changeCell(finding),
  sparkline(finding.quarters, hasTrend(finding)),
  shareCell(finding),
  count(finding.evidence),
];

/** Certificates with their course, for the overview. */
export const trendTable = (caption: string, findings: readonly Finding[]): Html =>
  table(
    caption,
    ["Certificate", "Change a year", "Share by quarter", "Share, last 12 months", "Postings asking"],
    findings.map(trendRow),
    [1, 3, 4],
  );

/** The numbers behind a chart of time, in whole years. */
export const yearTable = (months: readonly Counted[]): Html =>
  table(
    "Postings that ask for it, by year",
    ["Year", "Asking", "Postings", "Share", "95% interval"],
    aggregate(months, "year").map((year) => [
      year.date.slice(0, 4),
      count(year.asking),
      count(year.postings),
      percent(year.share),
      percentRange(year.low, year.high),
    ]),
    [1, 2, 3, 4],
  );
