import { barTable } from "../../charts/bars.js";
import { demandChart } from "../../charts/demand.js";
import { type Html, html } from "../../html.js";
import { change, changeRange, count, money, percent, plural } from "../../numbers.js";
import { details, pair, yearTable } from "../../parts.js";
import { aggregate, type Counted, fittingPeriod } from "../../series.js";
import type { Occupation, OccupationCertificate, OccupationSkill } from "./rows.js";

function projected({ projection, projected_change_pct, openings, aggregate: several }: Occupation): Html | false {
  if (projection === null || projected_change_pct === null) return false;
  return html`<div><dt>Projected employment, ${projection}</dt><dd>${change(projected_change_pct)}<small>by the US Bureau of Labor Statistics${openings !== null && `; ${count(openings * 1000)} openings a year`}${several && "; for a group of occupations"}</small></dd></div>`;
}

function wage({ median_wage, wage_top_coded }: Occupation): Html | false {
  if (median_wage === null)
    return (
      wage_top_coded === true && html`<div><dt>Median wage</dt><dd>–<small>above what is published</small></dd></div>`
    );
  return html`<div><dt>Median wage a year</dt><dd>${money(median_wage, "USD")}<small>of the nation, by the same</small></dd></div>`;
}

/** Title and the numbers that a reader came for; a projection and a wage only where their tables were loaded. */
export function occupationHead(occupation: Occupation, months: readonly Counted[]): Html {
  const { soc, title, cluster_name, postings, employers, slope, slope_low, slope_high, entry_education } = occupation;
  const trend =
    slope === null
      ? "Too few postings, employers or months to state a trend."
      : `Its share of all postings changes by ${change(slope)} a year (95% interval ${changeRange(slope_low, slope_high)}).`;
  const total = months.reduce((sum, month) => sum + month.postings, 0);
  return html`<header class="lead"><p class="crumb"><a href="../occupations.html">All occupations</a></p>
<h1>${title}</h1><p class="about">${["Occupation", `SOC ${soc}`, cluster_name].filter((part) => part !== null).join(" · ")}</p>
<p class="standfirst">${trend} Occupations are read from title and text, so a few postings stand under the wrong one.</p>
<dl class="figures"><div><dt>Postings</dt><dd>${count(postings)}<small>${total > 0 && `${percent(postings / total)} of all; `}from ${plural(employers, "employer")}</small></dd></div>
<div><dt>Change a year</dt><dd>${change(slope)}<small>${slope === null ? "insufficient evidence" : changeRange(slope_low, slope_high)}</small></dd></div>
${projected(occupation)}${wage(occupation)}
${entry_education !== null && html`<div><dt>Usual education</dt><dd class="text">${entry_education}</dd></div>`}</dl></header>`;
}

export function occupationDemand({ title, slope }: Occupation, months: readonly Counted[]): Html {
  if (months.length === 0) return html``;
  const trend = slope !== null;
  const period = trend ? fittingPeriod(months) : "year";
  const chart = demandChart(aggregate(months, period), period, { trend, name: title, markers: [], matched: [] });
  return pair(
    "demand-over-time",
    "Postings over time",
    html`<p>Its share of all postings of each ${period}, with its 95% interval. Our sources decide which occupations are seen: <strong>this is their part of these postings, not of all jobs</strong>.</p>`,
    html`<figure>${chart}<figcaption>Share of postings by ${period}, in per cent, from zero.</figcaption></figure>${details("Show the numbers", yearTable(months))}`,
  );
}

const KINDS = [
  ["explicit", "Named in its postings"],
  ["skill", "Implied by the skills that they ask for"],
] as const;

const bars = (list: readonly OccupationCertificate[]) =>
  list.map(({ certificate_id, name, asking, share, share_low, share_high }) => ({
    label: html`<a href="../certificate/${certificate_id}.html">${name}</a>`,
    share,
    low: share_low,
    high: share_high,
    note: plural(Math.round(asking), "posting"),
  }));

/** Its certificates, each kind of demand apart: the law's demand is a list, since it is by definition of every posting. */
export function occupationCertificates(certificates: readonly OccupationCertificate[]): Html {
  const parts = KINDS.map(([kind, heading]) => {
    const own = certificates.filter((one) => one.kind === kind && Math.round(one.asking) >= 1);
    return own.length > 0 && barTable(heading, ["Certificate", "Share of its postings"], bars(own));
  });
  const licences = certificates.filter(({ kind }) => kind === "licence");
  const law =
    licences.length > 0 &&
    html`<h3>Needed by law</h3><ul class="plain">${licences.map(({ certificate_id, name }) => html`<li><a href="../certificate/${certificate_id}.html">${name}</a></li>`)}</ul>`;
  return pair(
    "certificates",
    "Certificates that it asks for",
    html`<p>The kinds of demand are never added up. The surest stand first: ranked by the lower end of the interval.</p>`,
    html`${law}${parts}${!law && parts.every((part) => part === false) && html`<p class="none">None was found in these postings.</p>`}`,
  );
}

const skillBars = (list: readonly OccupationSkill[]) =>
  list.map(({ skill_id, name, page, share, share_low, share_high }) => ({
    label: page ? html`<a href="../skill/${skill_id}.html">${name}</a>` : name,
    share,
    low: share_low,
    high: share_high,
  }));

const SKILLS_SHOWN = 12;

/** What its postings ask for, and what of it no certificate that they name attests. */
export function occupationSkills(skills: readonly OccupationSkill[]): Html {
  if (skills.length === 0) return html``;
  const missing = skills.filter(({ attested }) => !attested).slice(0, SKILLS_SHOWN);
  const heads = ["Skill", "Share of its postings"] as const;
  return html`${pair("skills", "Skills that it asks for", html`<p>In its postings, dated or not; the surest first.</p>`, barTable("Skills", heads, skillBars(skills.slice(0, SKILLS_SHOWN))))}
${missing.length > 0 && pair("missing", "What certificates leave out", html`<p>Asked for, and attested by <strong>no certificate that these postings name</strong>: to be shown by experience, projects or schooling.</p>`, barTable("Skills that no certificate attests", heads, skillBars(missing)))}`;
}
