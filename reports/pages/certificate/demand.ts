import { demandChart, type Marker, type Matched } from "../../charts/demand.js";
import { LEVELS, levelsChart, levelsKey, levelsTotal } from "../../charts/levels.js";
import { panel } from "../../charts/panels.js";
import { type Html, html, type Value } from "../../html.js";
import { count, monthName, plural } from "../../numbers.js";
import { details, pair, table, yearTable } from "../../parts.js";
import { aggregate, type Counted, fittingPeriod } from "../../series.js";
import { hasTrend, type Summary } from "../../summary.js";
import { KIND_WORDS } from "../../words.js";
import { matchedLine } from "./matched.js";
import type { Levels, Month } from "./rows.js";

/** Its end by the issuer, and the latest change of its course, where they lie within the series. */
function markers(summary: Summary, changeMonth: string | null, months: readonly Month[]): Marker[] {
  const retired = summary.issuer_status === "renamed" ? "renamed" : "retired";
  const marks = [
    { date: summary.retired_on, text: retired },
    { date: changeMonth, text: "course changes" },
  ];
  return marks.flatMap(({ date, text }) => {
    if (date === null) return [];
    const first = `${date.slice(0, 7)}-01`;
    return first >= months[0]!.date && first <= months.at(-1)!.date ? [{ date: first, text }] : [];
  });
}

const matchedNote = (matched: readonly Matched[]): Value =>
  matched.length > 0 &&
  html`<p>The dotted line is the share when every source keeps its own rate: a source that joins or leaves does not move it. Status and change a year rest on it.</p>`;

const changeNote = (changeMonth: string | null): Value =>
  changeMonth !== null &&
  html`<p>The latest change of its course was found in <strong>${monthName(changeMonth)}</strong>: before and after it, one straight line does not fit.</p>`;

/** The share over time: a line with its band where the evidence carries one, grey dots where it does not. */
export function demandSection(summary: Summary, months: readonly Month[], changeMonth: string | null): Html {
  if (months.length === 0) return html``;
  const trend = hasTrend(summary);
  const period = trend ? fittingPeriod(months) : "year";
  const matched = trend ? matchedLine(months, period) : [];
  const verb = KIND_WORDS[summary.demand]?.verb ?? "asked for it";
  const text = trend
    ? html`<p>The share of postings of each ${period} that ${verb}. The shaded band is the 95% interval: where it is wide, few postings speak.</p>${matchedNote(matched)}${changeNote(changeMonth)}`
    : html`<p>Each ring is a year, each whisker its 95% interval. <strong>They are too few to be joined to a trend</strong>, so no line is drawn.</p>`;
  const chart = demandChart(aggregate(months, period), period, {
    trend,
    name: summary.name,
    markers: markers(summary, trend ? changeMonth : null, months),
    matched,
  });
  return pair(
    "demand-over-time",
    "Demand over time",
    text,
    html`<figure>${chart}<figcaption>Share of postings by ${period}, in per cent, from zero.</figcaption></figure>${details("Show the numbers", yearTable(months))}`,
  );
}

/** Named, implied by skills, implied by the occupation: beside each other, never added up. */
export function kindsSection(summary: Summary, months: readonly Month[]): Html {
  if (months.length === 0) return html``;
  const counted = (key: "explicit_asking" | "skill_asking" | "licence_asking"): Counted[] =>
    months.map(({ date, postings, [key]: asking }) => ({ date, postings, asking: Math.min(asking, postings) }));
  const kinds = [
    ["explicit", counted("explicit_asking")],
    ["skill", counted("skill_asking")],
    ["licence", counted("licence_asking")],
  ] as const;
  const text = html`<p>Employers name some certificates, ask only for the skills behind others, and take licences for granted. The three are never added up. <strong>Each panel has its own scale.</strong></p>`;
  const panels = kinds.map(([kind, rows]) =>
    panel(KIND_WORDS[kind]!.label, aggregate(rows, "year"), kind === summary.demand),
  );
  return pair("kinds", "Three kinds of demand", text, html`<div class="panels">${panels}</div>`);
}

type Apart = "alternatives" | "not_required" | "employer_provides" | "obtain_after_hire";

function apart(years: readonly Levels[]): Html {
  const sum = (key: Apart) => years.reduce((total, year) => total + year[key], 0);
  return html`<p class="quiet">${count(sum("alternatives"))} of them name it as one of several alternatives.</p>
<p class="quiet">Kept apart, since they are no demand for holding it today: ${plural(sum("not_required"), "posting")} that say it is not required, ${count(sum("employer_provides"))} where the employer provides it, ${count(sum("obtain_after_hire"))} where it may be earned after hire.</p>`;
}

/** Fewer named postings than this make no bars. */
const ENOUGH = 30;

/** How strongly postings ask, by year. */
export function levelsSection(summary: Summary, years: readonly Levels[]): Html {
  const named = years.filter((year) => levelsTotal(year) > 0);
  if (named.length === 0) return html``;
  const enough = named.reduce((sum, year) => sum + levelsTotal(year), 0) >= ENOUGH;
  const text = html`<p>Of the postings that name it, how many require it.${enough && " The count of each year stands above its bar: small counts make bars jump."}</p>${apart(years)}`;
  const heads = ["Year", ...LEVELS.map(([, label]) => label)];
  const rows = named.map((year) => [year.year, ...LEVELS.map(([level]) => count(year[level]))]);
  const numbers = table("Postings by level and year", heads, rows, [1, 2, 3]);
  const figure = enough
    ? html`<figure>${levelsKey()}${levelsChart(named, summary.name)}<figcaption>Share of the postings that name it, in per cent.</figcaption></figure>${details("Show the numbers", numbers)}`
    : html`<p class="none">Too few to draw as shares.</p>${numbers}`;
  return pair("requirement", "Required or just welcome?", text, figure);
}
