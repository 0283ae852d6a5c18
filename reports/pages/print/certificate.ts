import { demandChart } from "../../charts/demand.js";
import { type Html, html, type Value } from "../../html.js";
import { change, changeRange, count, percent, percentRange, plural, sentenceCase } from "../../numbers.js";
import type { Facts } from "../../page.js";
import { type Ahead, plainSummary } from "../../plain.js";
import { aggregate, type Counted, fittingPeriod } from "../../series.js";
import { hasTrend, recentShare, type Summary } from "../../summary.js";
import { KIND_WORDS, statusChip, statusWords, TYPE_WORDS } from "../../words.js";
import type { Profile } from "../certificate/rows.js";
import { sheet } from "./sheet.js";

/** Lines of a list that fit on the sheet beside the rest. */
const LISTED = 5;

function figures(summary: Summary): Html {
  const recent = recentShare(summary);
  const trend = hasTrend(summary);
  return html`<dl class="figures">
<div><dt>Share, last 12 months</dt><dd>${recent === null ? "–" : percent(recent.share)}<small>${recent !== null && `(${percentRange(recent.low, recent.high)})`}</small></dd></div>
<div><dt>Change a year</dt><dd>${trend ? change(summary.slope_pct_year) : "–"}<small>${trend ? `(${changeRange(summary.slope_low, summary.slope_high)})` : "insufficient evidence"}</small></dd></div>
<div><dt>Postings asking</dt><dd>${count(summary.evidence)}<small>from ${plural(summary.employers ?? 0, "employer")}</small></dd></div>
</dl>`;
}

function chart(summary: Summary, months: readonly Counted[]): Value {
  if (months.length === 0) return false;
  const trend = hasTrend(summary);
  const period = trend ? fittingPeriod(months) : "year";
  return html`<figure>${demandChart(aggregate(months, period), period, { trend, name: summary.name, markers: [], matched: [] })}<figcaption>Share of postings by ${period} that ${KIND_WORDS[summary.demand]?.verb ?? "asked for it"}; band: 95% interval.</figcaption></figure>`;
}

function lists({ occupations, missing_skills }: Profile): Html {
  const asked = (occupations ?? []).slice(0, LISTED);
  const missing = (missing_skills ?? []).slice(0, LISTED);
  return html`<div class="columns">
${asked.length > 0 && html`<section><h2>Who asks for it</h2><ul>${asked.map(({ title, share }) => html`<li>${title}: ${percent(share)} of asks</li>`)}</ul></section>`}
${missing.length > 0 && html`<section><h2>What it does not cover</h2><ul>${missing.map(({ name, share }) => html`<li>${name}: ${percent(share)} of postings</li>`)}</ul></section>`}
</div>`;
}

/** A certificate on one page, for a counsellor's folder. */
export function certificateSheet(
  summary: Summary,
  parts: { months: readonly Counted[]; profile: Profile | undefined; ahead: Ahead | undefined },
  facts: Facts,
): Html {
  const about = [summary.issuer, TYPE_WORDS[summary.type] ?? summary.type, summary.cluster_name];
  const lead = html`<p class="about">${about.filter((part) => part !== null && part !== "").join(" · ")}</p>
<p>${statusChip(summary.status)}: ${sentenceCase(statusWords(summary.status).meaning)}.</p>`;
  const plain = plainSummary(summary, parts.ahead).slice(0, -2);
  return sheet(
    summary.name,
    lead,
    html`${figures(summary)}${chart(summary, parts.months)}
<section><h2>In plain words</h2>${plain.map((paragraph) => html`<p>${paragraph}</p>`)}</section>
${parts.profile && lists(parts.profile)}`,
    facts,
  );
}
