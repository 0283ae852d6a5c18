import * as Plot from "@observablehq/plot";
import { day, describeShare, renderPlot, shareAxis, yearAxis } from "../charts.js";
import type { Html } from "../html.js";
import { monthName, percent } from "../numbers.js";
import type { Point } from "../series.js";

/** An expected share with its 80 % and 95 % intervals, `months` after the last measured one. */
export interface Expected {
  months: number;
  date: string;
  share: number;
  low_80: number;
  high_80: number;
  low_95: number;
  high_95: number;
}

const x = ({ date }: { date: string }) => day(date);

const measured = (past: readonly Point[]): Plot.Markish[] => [
  Plot.areaY(past, { x, y1: "low", y2: "high", fill: "var(--blue)", fillOpacity: 0.2 }),
  Plot.lineY(past, { x, y: "share", stroke: "var(--blue)", strokeWidth: 2.25 }),
  Plot.dot(past, { x, y: "share", r: 3.5, fill: "var(--blue)" }),
];

const fan = (ahead: readonly Expected[]): Plot.Markish[] => [
  Plot.areaY(ahead, { x, y1: "low_95", y2: "high_95", fill: "var(--vermilion)", fillOpacity: 0.14, clip: true }),
  Plot.areaY(ahead, { x, y1: "low_80", y2: "high_80", fill: "var(--vermilion)", fillOpacity: 0.2, clip: true }),
  Plot.lineY(ahead, { x, y: "share", stroke: "var(--vermilion)", strokeWidth: 2.25, strokeDasharray: "5 4" }),
];

/** Where a student of today arrives: one upright with its figure for each horizon; the style sheet shows the chosen one. */
const arrivals = (ahead: readonly Expected[]): Plot.Markish[] =>
  ahead.flatMap((one) => {
    const className = `ahead-${one.months}`;
    return [
      Plot.ruleX([one], {
        x,
        y1: "low_95",
        y2: "high_95",
        stroke: "var(--ink)",
        strokeWidth: 1.5,
        className,
        clip: true,
      }),
      Plot.dot([one], { x, y: "share", r: 5, fill: "var(--ink)", className }),
      Plot.text([one], {
        x,
        y: "share",
        text: () => percent(one.share),
        textAnchor: "end",
        dx: -9,
        dy: -12,
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 5,
        className,
      }),
    ];
  });

const name = (
  text: string,
  at: { date: string; bound: number },
  place: { textAnchor: "start" | "end"; dy: number; fill: string },
): Plot.Markish =>
  Plot.text([at], {
    x,
    y: "bound",
    text: () => text,
    stroke: "var(--paper)",
    strokeWidth: 5,
    className: "name",
    ...place,
  });

/** The axis holds the 80 % interval whole; the 95 % one may leave at the top where it is more than three times as high. */
function topOf(past: readonly Point[], ahead: readonly Expected[]): number {
  const sure = Math.max(...past.map(({ high }) => high), ...ahead.map(({ high_80 }) => high_80));
  return Math.min(Math.max(sure, ...ahead.map(({ high_95 }) => high_95)), sure * 3) * 1.08;
}

/** Years as measured, then what is expected. Neither list is empty; the fan begins at the last measured year. */
export function fanChart(past: readonly Point[], ahead: readonly Expected[], certificate: string): Html {
  const now = past.at(-1)!;
  const start = { ...now, months: 0, low_80: now.low, high_80: now.high, low_95: now.low, high_95: now.high };
  const last = ahead.at(-1)!;
  const top = topOf(past, ahead);
  const first = past[0]!;
  return renderPlot(
    {
      height: 360,
      x: { type: "utc", insetLeft: 74, insetRight: 16 },
      y: { domain: [0, top] },
      marks: [
        ...shareAxis(top),
        yearAxis(first.date, last.date),
        ...measured(past),
        ...fan([start, ...ahead]),
        name(
          "measured",
          { date: first.date, bound: first.high },
          { textAnchor: "start", dy: -12, fill: "var(--blue)" },
        ),
        name(
          "expected",
          { date: last.date, bound: last.low_95 },
          { textAnchor: "end", dy: 16, fill: "var(--vermilion)" },
        ),
        ...arrivals(ahead),
      ],
    },
    {
      id: "fan",
      title: `Share of postings expected in one to six years: ${certificate}`,
      description: `${describeShare(now.share, now.low, now.high)} in the 12 months to ${monthName(now.date)}; expected ${describeShare(last.share, last.low_95, last.high_95)} in the 12 months to ${monthName(last.date)}.`,
    },
  );
}
