import { type Html, html } from "../../html.js";
import {
  change,
  changeRange,
  count,
  monthName,
  oneIn,
  percent,
  percentRange,
  plural,
  sentenceCase,
} from "../../numbers.js";
import type { Facts } from "../../page.js";
import { hasTrend, recentShare, type Summary } from "../../summary.js";
import { K12_WORDS, KIND_WORDS, statusChip, statusWords, TYPE_WORDS } from "../../words.js";

function nowSentence(summary: Summary, facts: Facts): string {
  const recent = recentShare(summary);
  if (recent === null)
    return "No posting in this collection names it or implies it. That says something about the collection, not about the certificate.";
  const verb = KIND_WORDS[summary.demand]?.verb ?? "asked for it";
  const ratio = oneIn(recent.share);
  const share = `${percent(recent.share)} of postings${ratio === "" ? "" : ` (${ratio})`}`;
  return `In the 12 months to ${monthName(facts.asOf)}, ${share} ${verb}: ${count(recent.asking)} of ${count(recent.postings)}.`;
}

function ending({ status, retired_on }: Summary): string {
  if (status !== "retired by issuer" || retired_on === null) return `${sentenceCase(statusWords(status).meaning)}.`;
  return `Its issuer ended it in ${monthName(retired_on)}.`;
}

/** Why a certificate holds although the interval of its change leaves out zero. */
function doubt({ status, reasons, slope_low, slope_high }: Summary): string {
  if (status !== "stable" || (slope_low ?? 0) * (slope_high ?? 0) <= 0) return "";
  const significant = reasons?.find(({ rule }) => rule === "significant trend");
  return significant?.fired === false
    ? " Tested together with all others, that may be chance."
    : " That is too little to be called a rise or a fall.";
}

function trendSentence(summary: Summary): string {
  if (summary.status === null) return "It is recognised in postings only to be left out of demand.";
  if (summary.status === "insufficient evidence") {
    const seen = `${plural(summary.evidence ?? 0, "posting")} from ${plural(summary.employers ?? 0, "employer")}`;
    return `With ${seen} that ask for it, there is too little evidence to say whether demand rises or falls.`;
  }
  if (summary.slope_pct_year === null) return `${ending(summary)} Too few postings ask for it to state a trend.`;
  const direction = `changes by ${change(summary.slope_pct_year)} a year (95% interval ${changeRange(summary.slope_low, summary.slope_high)})`;
  return `Its share of postings ${direction}.${doubt(summary)}`;
}

function figures(summary: Summary): Html {
  const recent = recentShare(summary);
  const trend = hasTrend(summary) && summary.slope_pct_year !== null;
  return html`<dl class="figures">
<div><dt>Share, last 12 months</dt><dd>${recent === null ? "–" : percent(recent.share)}<small>${recent !== null && percentRange(recent.low, recent.high)}</small></dd></div>
<div><dt>Change a year</dt><dd>${trend ? change(summary.slope_pct_year) : "–"}<small>${trend ? changeRange(summary.slope_low, summary.slope_high) : "insufficient evidence"}</small></dd></div>
<div><dt>Postings asking</dt><dd>${count(summary.evidence)}<small>in a series of ${plural(summary.months ?? 0, "month")}</small></dd></div>
<div><dt>Employers</dt><dd>${count(summary.employers)}</dd></div>
</dl>`;
}

/** Name, status and the numbers that a reader came for. */
export function head(summary: Summary, facts: Facts): Html {
  const { issuer, type, cluster_name, k12, renewal_years, note } = summary;
  const about = [
    issuer,
    TYPE_WORDS[type] ?? type,
    cluster_name,
    K12_WORDS[k12],
    renewal_years !== null && `renewed every ${plural(renewal_years, "year")}`,
  ];
  return html`<header class="lead">
<p class="crumb"><a href="../certificates.html">All certificates</a> · <a href="../compare.html#ids=${summary.certificate_id}">Compare it with others</a></p>
<h1>${summary.name}</h1>
<p class="about">${about.filter((part) => typeof part === "string" && part !== "").join(" · ")}</p>
<p class="standfirst">${statusChip(summary.status)} ${trendSentence(summary)} ${nowSentence(summary, facts)}</p>
${figures(summary)}
${note !== null && note !== "" && html`<p class="note">${note}</p>`}
</header>`;
}
