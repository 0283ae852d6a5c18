import * as Plot from "@observablehq/plot";
import { day, describeShare, renderPlot, shareAxis, WIDTH, yearAxis } from "../charts.js";
import type { Html } from "../html.js";
import { type Period, type Point, unbroken } from "../series.js";

export interface Line {
  label: string;
  colour: string;
  points: readonly Point[];
}

const HEIGHT = 400;
/** View-box units between two labels: more than the letters' height on a phone, where they are drawn larger. */
const LABEL_GAP = 26;
const LABEL_ROOM = 168;

/** Moves labels apart that would cover each other, keeping their order; `at` and the answer are shares. */
function spread(lines: readonly Line[], top: number): { line: Line; at: number }[] {
  const unit = (top * LABEL_GAP) / (HEIGHT - 60);
  const labels = lines.map((line) => ({ line, at: line.points.at(-1)!.share })).sort((a, b) => a.at - b.at);
  for (const [index, label] of labels.entries()) {
    const below = labels[index - 1];
    label.at = Math.max(label.at, below === undefined ? unit * 0.4 : below.at + unit);
  }
  return labels;
}

function lineMarks({ points, colour }: Line, period: Period): Plot.Markish[] {
  const runs = unbroken(points, period).flatMap((run, index) => run.map((point) => ({ ...point, run: index })));
  const x = (point: Point) => day(point.date);
  return [
    Plot.areaY(runs, { x, y1: "low", y2: "high", z: "run", fill: colour, fillOpacity: 0.22 }),
    Plot.lineY(runs, { x, y: "share", z: "run", stroke: colour, strokeWidth: 2.25 }),
    Plot.dot(points.slice(-1), { x, y: "share", r: 3.5, fill: colour }),
  ];
}

/** Several shares on one axis, each named at its end. Every line has at least one point. */
export function linesChart(lines: readonly Line[], period: Period, label: { id: string; title: string }): Html {
  const top = Math.max(...lines.flatMap(({ points }) => points.map(({ high }) => high))) * 1.08;
  const dates = lines.flatMap(({ points }) => points.map(({ date }) => date)).sort();
  const last = day(dates.at(-1)!);
  return renderPlot(
    {
      height: HEIGHT,
      width: WIDTH,
      marginRight: LABEL_ROOM,
      x: { type: "utc", insetLeft: 74 },
      y: { domain: [0, top] },
      marks: [
        ...shareAxis(top),
        yearAxis(dates[0]!, dates.at(-1)!),
        ...lines.flatMap((line) => lineMarks(line, period)),
        Plot.text(spread(lines, top), {
          x: last,
          y: "at",
          text: ({ line }: { line: Line }) => line.label,
          fill: ({ line }: { line: Line }) => line.colour,
          textAnchor: "start",
          dx: 10,
          className: "name",
        }),
      ],
    },
    { ...label, description: lines.map(({ label: name, points }) => `${name}: ${describeLast(points)}`).join("; ") },
  );
}

function describeLast(points: readonly Point[]): string {
  const { date, share, low, high } = points.at(-1)!;
  return `${describeShare(share, low, high)} in the period from ${date}`;
}
