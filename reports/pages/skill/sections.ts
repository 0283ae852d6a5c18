import { barTable } from "../../charts/bars.js";
import { demandChart } from "../../charts/demand.js";
import { type Html, html, type Value } from "../../html.js";
import { change, changeRange, count, monthName, percent, percentRange, plural } from "../../numbers.js";
import { details, pair, yearTable } from "../../parts.js";
import { aggregate, type Counted, fittingPeriod, point } from "../../series.js";
import { SCOPE_WORDS, statusChip } from "../../words.js";
import type { Attesting, Skill, SkillOccupation, SkillScope } from "./rows.js";

export const skillHasTrend = ({ status, slope_pct_year }: Skill): boolean =>
  status !== "insufficient evidence" && slope_pct_year !== null;

function lifeSentence({ born, died, first_month, last_month, sources }: Skill): string {
  if (!born && !died) return "";
  const came = born ? ` First asked for in ${monthName(first_month)}.` : "";
  const went = died ? ` Last asked for in ${monthName(last_month)}.` : "";
  return `${came}${went} The postings came from ${plural(sources ?? 0, "source")}: one that joins or leaves can look like a birth or a death.`;
}

/** Name, status and the numbers that a reader came for. */
export function skillHead(skill: Skill): Html {
  const trend = skillHasTrend(skill);
  const sentence = trend
    ? `Its share of postings changes by ${change(skill.slope_pct_year)} a year (95% interval ${changeRange(skill.slope_low, skill.slope_high)}).`
    : "There is too little evidence to say whether demand rises or falls.";
  return html`<header class="lead"><p class="crumb"><a href="../skills.html">All skills</a></p>
<h1>${skill.name}</h1><p class="about">Skill · ${skill.kind.replaceAll("_", " ")}</p>
<p class="standfirst">${statusChip(skill.status)} ${sentence}${lifeSentence(skill)}</p>
<dl class="figures">
<div><dt>Share, last 12 months</dt><dd>${percent(skill.share_now)}<small>${percentRange(skill.share_now_low, skill.share_now_high)}</small></dd></div>
<div><dt>Change a year</dt><dd>${trend ? change(skill.slope_pct_year) : "–"}<small>${trend ? changeRange(skill.slope_low, skill.slope_high) : "insufficient evidence"}</small></dd></div>
${skill.horizon_share !== null && html`<div><dt>Expected in ${monthName(skill.horizon_month)}</dt><dd>${percent(skill.horizon_share)}<small>${percentRange(skill.horizon_low, skill.horizon_high)}</small></dd></div>`}
<div><dt>Postings asking</dt><dd>${count(skill.evidence)}<small>from ${plural(skill.employers, "employer")} in ${plural(skill.months, "month")}</small></dd></div>
</dl></header>`;
}

export function skillDemand(skill: Skill, months: readonly Counted[]): Html {
  if (months.length === 0) return html``;
  const trend = skillHasTrend(skill);
  const period = trend ? fittingPeriod(months) : "year";
  const chart = demandChart(aggregate(months, period), period, { trend, name: skill.name, markers: [], matched: [] });
  return pair(
    "demand-over-time",
    "Demand over time",
    html`<p>The share of postings of each ${period} that ask for it, with its 95% interval: where it is wide, few postings speak.</p>`,
    html`<figure>${chart}<figcaption>Share of postings by ${period}, in per cent, from zero.</figcaption></figure>${details("Show the numbers", yearTable(months))}`,
  );
}

/** Entry-level and internship postings beside all of them. */
export function skillScopes(skill: Skill, scopes: readonly SkillScope[]): Html {
  if (scopes.length === 0 || skill.share_now === null) return html``;
  const bars = scopes.map(({ scope, postings, asking }) => {
    const { share, low, high } = point({ date: "", postings, asking });
    return { label: SCOPE_WORDS[scope] ?? scope, share, low, high };
  });
  const all = {
    label: "All postings",
    share: skill.share_now,
    low: skill.share_now_low ?? 0,
    high: skill.share_now_high ?? 1,
  };
  return pair(
    "early",
    "In first jobs",
    html`<p>The last 12 months. A skill that entry-level postings ask for less is often learned at work.</p>`,
    barTable("Share of postings that ask for it", ["Postings", "Share"], [all, ...bars]),
  );
}

const SHOWN = 20;

export function attestingSection(certificates: readonly Attesting[]): Html {
  const text = html`<p>By the taxonomy, not by postings. A certificate that attests a skill is not asked for wherever the skill is.</p>`;
  const more: Value =
    certificates.length > SHOWN && html`<p class="quiet">And ${count(certificates.length - SHOWN)} more.</p>`;
  const list =
    certificates.length === 0
      ? html`<p class="none">No certificate of the taxonomy attests it: experience, projects or a portfolio must.</p>`
      : html`<ul class="plain">${certificates.slice(0, SHOWN).map(({ certificate_id, name, status }) => html`<li><a href="../certificate/${certificate_id}.html">${name}</a> ${statusChip(status)}</li>`)}</ul>${more}`;
  return pair("attested", "Certificates that attest it", text, list);
}

export function skillOccupations(occupations: readonly SkillOccupation[], pages: ReadonlySet<string>): Html {
  if (occupations.length === 0) return html``;
  const bars = occupations.map(({ soc, title, asking, share, share_low, share_high }) => ({
    label: pages.has(soc) ? html`<a href="../occupation/${soc}.html">${title}</a>` : title,
    share,
    low: share_low,
    high: share_high,
    note: plural(asking, "posting"),
  }));
  return pair(
    "occupations",
    "Occupations that ask for it",
    html`<p>The ten whose share is surely the highest: ranked by the lower end of the interval, among occupations with at least 30 postings.</p>`,
    barTable("Occupations", ["Occupation", "Share of its postings"], bars),
  );
}
