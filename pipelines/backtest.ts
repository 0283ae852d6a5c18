import { type Call, callsOf } from "../warehouse/backtest/calls.js";
import { casesOf } from "../warehouse/backtest/cases.js";
import { rollOrigins, type Series } from "../warehouse/backtest/rolling.js";
import { type Scores, scoresOf } from "../warehouse/backtest/scores.js";
import { runQuery } from "../warehouse/query.js";
import { median } from "../warehouse/statistics/median.js";
import { dateOfMonth } from "../warehouse/statistics/periods.js";
import { textTable } from "./text-table.js";

/** How forecasts and calls made at earlier months of a warehouse compare with what came. */
export interface BacktestReport {
  series: number;
  /** ISO dates of the months. */
  origins: string[];
  pooled: Scores;
  by_horizon: ({ months_ahead: number } & Scores)[];
  calls: Call[];
  /** Median over the calls that came true; null where none did. */
  median_lead_months: number | null;
}

/** The warehouse cannot be tested backwards; the message says what it lacks. */
export class BacktestError extends Error {
  override name = "BacktestError";
}

/** Months ahead that are tested. */
const TESTED = [12, 24, 36, 48];
/** A series with fewer asks over all its months could be called at no origin. */
const FEWEST_ASKS = 100;

const sqlFor = (table: "certificate" | "skill", kind: string): string =>
  `SELECT ${table}_id AS entity, any_value(${kind}) AS kind, coalesce(any_value(employers_all), 0) AS employers,
     list({month: (year(month) * 12 + month(month) - 1)::INTEGER, asking: asking::DOUBLE, postings: postings} ORDER BY month) AS months
   FROM marts.${table}_month JOIN (SELECT ${table}_id, employers AS employers_all FROM marts.${table}_signal) USING (${table}_id)
   WHERE scope = 'all' GROUP BY ALL HAVING sum(asking) >= ${FEWEST_ASKS} ORDER BY entity`;

/** The series of a warehouse's certificates or skills with enough asks. */
const seriesOf = async (dataDir: string, of: "certificates" | "skills"): Promise<Series[]> => {
  const sql = of === "certificates" ? sqlFor("certificate", "kind") : sqlFor("skill", "'skill'");
  const text = (await runQuery({ dataDir, sql, format: "ndjson" })) ?? "";
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Series);
};

/**
 * Rolling-origin backtest over the monthly marts: at the end of each year with 36 months behind it, what would have been published.
 * @throws BacktestError where no forecast has come due
 */
export const backtest = async (dataDir: string, of: "certificates" | "skills"): Promise<BacktestReport> => {
  const series = await seriesOf(dataDir, of);
  if (series.length === 0)
    throw new BacktestError(`${dataDir}: no ${of} with ${FEWEST_ASKS} asks or more; there is nothing to test`);
  const origins = rollOrigins(series);
  const cases = casesOf(series, origins).filter(({ months_ahead }) => TESTED.includes(months_ahead));
  if (cases.length === 0)
    throw new BacktestError(
      `${dataDir}: too short to test backwards: 36 months of postings are needed behind a month and 12 ahead of it, there are ${series[0]!.months.length}`,
    );
  const calls = callsOf(series, origins);
  const leads = calls.flatMap(({ lead_months }) => lead_months ?? []);
  return {
    series: series.length,
    origins: origins.map(({ month }) => dateOfMonth(month)),
    pooled: scoresOf(cases),
    by_horizon: TESTED.flatMap((months_ahead) => {
      const own = cases.filter((one) => one.months_ahead === months_ahead);
      return own.length === 0 ? [] : [{ months_ahead, ...scoresOf(own) }];
    }),
    calls,
    median_lead_months: leads.length === 0 ? null : median(leads),
  };
};

const percent = (part: number): string => (100 * part).toFixed(1);
const cells = (name: string, scores: Scores): string[] => [
  name,
  String(scores.cases),
  percent(scores.coverage_80),
  percent(scores.coverage_95),
  ...[scores.mase, scores.relative_to_seasonal_naive, scores.relative_to_last_year, scores.median_of_series].map(
    (ratio) => ratio.toFixed(3),
  ),
];

/** The report for the terminal. */
export const formatBacktest = ({
  series,
  origins,
  pooled,
  by_horizon,
  calls,
  median_lead_months,
}: BacktestReport): string =>
  [
    `${series} series, ${origins.length} origins from ${origins[0]} to ${origins.at(-1)}`,
    textTable([
      ["months ahead", "cases", "in 80 %", "in 95 %", "MASE", "/ seasonal naive", "/ last year", "median series"],
      ...by_horizon.map((one) => cells(String(one.months_ahead), one)),
      cells("all", pooled),
    ]),
    textTable([
      ["called fading or obsolescent", "at", "below half of its peak", "months ahead"],
      ...calls.map((call) => [call.entity, call.called, call.halved ?? "never", String(call.lead_months ?? "")]),
    ]),
    `median lead: ${median_lead_months ?? "none came true"}${median_lead_months === null ? "" : " months"}`,
  ].join("\n\n");
