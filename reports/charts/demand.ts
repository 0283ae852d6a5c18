import * as Plot from "@observablehq/plot";
import { day, describeShare, renderPlot, shareAxis, yearAxis } from "../charts.js";
import type { Html } from "../html.js";
import { monthName, percent } from "../numbers.js";
import { type Period, type Point, unbroken } from "../series.js";

export interface Marker {
  date: string;
  text: string;
}

/** The share when every source keeps its own rate, at the first day of a period; unknown where it cannot be compared. */
export interface Matched {
  date: string;
  share: number;
}

/** The axis ends above the highest bound, but at most at twice the highest share: a very uncertain period may leave at the top. */
function topOf(points: readonly Point[]): number {
  const share = Math.max(...points.map((point) => point.share));
  const bound = Math.max(...points.map(({ high }) => high));
  return Math.min(bound * 1.04, share * 2) || bound;
}

function trendMarks(points: readonly Point[], period: Period): Plot.Markish[] {
  const runs = unbroken(points, period).flatMap((run, index) => run.map((point) => ({ ...point, run: index })));
  const x = (point: Point) => day(point.date);
  return [
    Plot.areaY(runs, { x, y1: "low", y2: "high", z: "run", fill: "var(--blue)", fillOpacity: 0.2, clip: true }),
    Plot.lineY(runs, { x, y: "share", z: "run", stroke: "var(--blue)", strokeWidth: 2.25, strokeLinejoin: "round" }),
    Plot.dot(points.length <= 30 ? points : points.slice(-1), { x, y: "share", r: 3.5, fill: "var(--blue)" }),
  ];
}

/** Single dots with whiskers in grey: measured, but too few to be joined to a trend. */
const thinMarks = (points: readonly Point[]): Plot.Markish[] => {
  const x = (point: Point) => day(point.date);
  return [
    Plot.ruleX(points, {
      x,
      y1: "low",
      y2: "high",
      stroke: "var(--soft)",
      strokeOpacity: 0.55,
      strokeWidth: 1.5,
      clip: true,
    }),
    Plot.dot(points, { x, y: "share", r: 3.5, fill: "var(--paper)", stroke: "var(--soft)", strokeWidth: 1.75 }),
  ];
};

const thinNote = Plot.text(["Too few postings for a trend"], {
  frameAnchor: "top-right",
  dy: -6,
  fill: "var(--soft)",
  fontStyle: "italic",
});

const markerMarks = (markers: readonly Marker[]): Plot.Markish[] => [
  Plot.ruleX(markers, { x: (marker: Marker) => day(marker.date), stroke: "var(--ink)", strokeDasharray: "3 4" }),
  Plot.text(markers, {
    x: (marker: Marker) => day(marker.date),
    text: "text",
    frameAnchor: "top",
    textAnchor: "end",
    dx: -6,
    dy: -4,
    fill: "var(--ink)",
  }),
];

const endLabel = (last: Point): Plot.Markish =>
  Plot.text([last], {
    x: day(last.date),
    y: "share",
    text: percent(last.share),
    textAnchor: "end",
    dy: -14,
    className: "value",
    fill: "var(--ink)",
    stroke: "var(--paper)",
    strokeWidth: 5,
  });

/** View-box units for the names of two lines beside their ends, also in the larger letters of a phone. */
const NAME_ROOM = 165;

const lineName = ({ date }: Matched, share: number, text: string, fill: string, shift: number): Plot.Markish =>
  Plot.text([{ date: day(date), share }], {
    x: "date",
    y: "share",
    text: () => text,
    textAnchor: "start",
    dx: 10,
    dy: shift,
    className: "name",
    fill,
  });

/** The line of the same sources beside the line as posted, each named at its end, the upper name above the lower. */
function matchedMarks(matched: readonly Matched[], last: Point): Plot.Markish[] {
  const end = matched.at(-1);
  if (end === undefined) return [endLabel(last)];
  const middle = (last.share + end.share) / 2;
  const up = last.share >= end.share ? -14 : 14;
  return [
    Plot.lineY(matched, {
      x: ({ date }: Matched) => day(date),
      y: "share",
      stroke: "var(--purple)",
      strokeWidth: 1.75,
      strokeDasharray: "2 3",
      clip: true,
    }),
    lineName(last, middle, "as posted", "var(--blue)", up),
    lineName(last, middle, "same sources", "var(--purple)", -up),
  ];
}

/** A certificate's share of postings over time with its 95 % band. `points` is not empty. */
export function demandChart(
  points: readonly Point[],
  period: Period,
  options: { trend: boolean; name: string; markers: readonly Marker[]; matched: readonly Matched[] },
): Html {
  const first = points[0]!;
  const last = points.at(-1)!;
  const top = topOf(points);
  const marks = options.trend
    ? [...trendMarks(points, period), ...matchedMarks(options.matched, last)]
    : [...thinMarks(points), thinNote];
  return renderPlot(
    {
      height: 360,
      marginRight: options.trend && options.matched.length > 0 ? NAME_ROOM : 6,
      x: { type: "utc", insetLeft: 74, insetRight: 10 },
      y: { domain: [0, top] },
      marks: [...shareAxis(top), yearAxis(first.date, last.date), ...marks, ...markerMarks(options.markers)],
    },
    {
      id: "demand",
      title: `Share of postings by ${period}: ${options.name}`,
      description: `From ${describeShare(first.share, first.low, first.high)} in ${monthName(first.date)} to ${describeShare(last.share, last.low, last.high)} in ${monthName(last.date)}.${options.trend ? "" : " Too few postings for a trend."}`,
    },
  );
}
