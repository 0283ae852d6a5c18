import { readFileSync } from "node:fs";
import { packagePath } from "../../../models/package-root.js";
import { fanChart } from "../../charts/fan.js";
import { type Html, html } from "../../html.js";
import { monthName, percent, percentRange, plural } from "../../numbers.js";
import type { Facts } from "../../page.js";
import { pair, shareOver, table } from "../../parts.js";
import { type Counted, lastMonths, type Point } from "../../series.js";
import { hasTrend, type Summary } from "../../summary.js";
import type { Ahead } from "./signal-rows.js";

/** The slider of years; without it the figure shows 48 months and the table holds all. */
export const HORIZON_SCRIPT = readFileSync(packagePath("reports", "pages", "certificate", "horizon.client.js"), "utf8");

/** A pupil of 14 leaves school after four years. */
const GRADUATION = 48;

/** The first day of the month `months` before that of `date`. */
function monthsBefore(date: string, months: number): string {
  const at = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}

const YEARS_BACK = 10;

/** Windows of 12 months that end now, a year ago, ...: what the expected ones are to be compared with; oldest first. */
function pastYears(months: readonly Counted[], asOf: string): Point[] {
  const first = months[0]!.date;
  const ends = Array.from({ length: YEARS_BACK }, (_, back) => monthsBefore(asOf, back * 12));
  const whole = ends.filter((end) => monthsBefore(end, 11) >= first.slice(0, 10));
  return whole.reverse().flatMap((end) => lastMonths(months, end) ?? []);
}

const chance = (p: number): string => (p < 0.01 ? "under 1%" : p > 0.99 ? "over 99%" : `${Math.round(p * 100)}%`);

export const aheadSentence = ({ date, share, low_95, high_95, p_below_half }: Ahead): string =>
  `In the 12 months to ${monthName(date)}: ${percent(share)} of postings expected (95% interval ${percentRange(low_95, high_95)}); chance that it is below half of today's: ${chance(p_below_half)}.`;

const slider = (ahead: readonly Ahead[], chosen: Ahead): Html =>
  html`<div class="slider" id="slider" hidden><label for="years">Years until the student arrives</label><input type="range" id="years" min="1" max="${ahead.length}" step="1" value="${ahead.indexOf(chosen) + 1}" aria-describedby="arrives"></div>
<p id="arrives" role="status">${aheadSentence(chosen)}</p>`;

const numbers = (ahead: readonly Ahead[]): Html =>
  table(
    "The share expected, by years ahead",
    ["Arrives in", "Expected (95% interval)", "80% interval", "Under half"],
    ahead.map((one) => [
      html`<span data-months="${one.months}" data-says="${aheadSentence(one)}">${plural(one.months / 12, "year")}</span><br><small>${monthName(one.date)}</small>`,
      shareOver(one.share, one.low_95, one.high_95),
      percentRange(one.low_80, one.high_80),
      chance(one.p_below_half),
    ]),
    [1, 2, 3],
  );

const THIN = html`<p class="none">Insufficient evidence: a forecast needs 36 comparable months and enough postings for a trend.</p>`;

/** What share is expected when a student of today reaches the market. */
export function horizonSection(
  summary: Summary,
  months: readonly Counted[],
  ahead: readonly Ahead[],
  facts: Facts,
): Html {
  if (months.length === 0) return html``;
  const text = html`<p>A student who starts today arrives in some years. The dashed line is what the course so far makes likely; the inner band should hold the truth 80 times of 100, the outer one 95 times.</p><p class="quiet">It rests on the same-sources share, so that the measured years may not lead into it where sources came or went; and it knows only the past: no new law, no new technology.</p>`;
  const heading = "When today's student arrives";
  const past = pastYears(months, facts.asOf);
  const chosen = ahead.find((one) => one.months === GRADUATION) ?? ahead.at(-1);
  if (chosen === undefined || past.length === 0 || !hasTrend(summary)) return pair("horizon", heading, text, THIN);
  return pair(
    "horizon",
    heading,
    text,
    html`${slider(ahead, chosen)}<figure class="fan" id="fan-figure" data-ahead="${chosen.months}">${fanChart(past, ahead, summary.name)}<figcaption>Share of postings over 12 months, in per cent, from zero. The upright marks the student's arrival.</figcaption></figure>${numbers(ahead)}`,
  );
}
