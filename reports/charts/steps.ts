import * as Plot from "@observablehq/plot";
import { renderPlot } from "../charts.js";
import type { Html } from "../html.js";
import { points } from "../numbers.js";

/** Parts of a change, as fractions of all postings; they sum to `total`. */
export interface Parts {
  within: number;
  between: number;
  source_mix: number;
  total: number;
}

/** In the order in which they are added up, with their colours; only the first is about the certificate. */
const PARTS = [
  ["within", "Within occupations", "var(--blue)"],
  ["between", "Between occupations", "var(--purple)"],
  ["source_mix", "Mix of sources", "var(--grey)"],
  ["total", "Together", "var(--ink)"],
] as const;

interface Step {
  label: string;
  colour: string;
  /** Where the bar begins and ends: each begins where the one before ended, the last one at zero. */
  from: number;
  to: number;
}

function stepsOf(parts: Parts): Step[] {
  let at = 0;
  return PARTS.map(([part, label, colour]) => {
    const from = part === "total" ? 0 : at;
    const to = from + parts[part];
    at = to;
    return { label, colour, from, to };
  });
}

/** View-box units of a step: its name in one line, its bar below; enough for the larger letters of a phone. */
const STEP = 82;
const NAME = 42;
const AXIS = 40;

const top = (index: number): number => index * STEP + NAME;

/** What a change is made of: bars that begin where the one before ended, from zero to the whole change. */
export function stepsChart(parts: Parts, label: { title: string; description: string }): Html {
  const steps = stepsOf(parts);
  const ends = [0, ...steps.map(({ to }) => to)];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = (most - least || 0.001) * 0.22;
  const height = PARTS.length * STEP + AXIS;
  const bars = steps.map((step, index) => ({ ...step, y1: top(index), y2: top(index + 1) - NAME - 8 }));
  const beside = ({ from, to }: Step): boolean => to >= from;
  const values = (side: boolean): Plot.Markish =>
    Plot.text(
      bars.filter((bar) => beside(bar) === side),
      {
        x: "to",
        y: ({ y1, y2 }: (typeof bars)[number]) => (y1 + y2) / 2,
        text: ({ from, to }: Step) => points(to - from),
        textAnchor: side ? "start" : "end",
        dx: side ? 8 : -8,
        className: "value",
        fill: "var(--ink)",
      },
    );
  return renderPlot(
    {
      height,
      marginTop: 0,
      marginBottom: AXIS,
      marginRight: 0,
      x: { domain: [least - room, most + room] },
      y: { domain: [0, PARTS.length * STEP], range: [0, height - AXIS], axis: null },
      marks: [
        Plot.gridX({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisX({ ticks: 5, label: null, tickSize: 0, tickFormat: points, fill: "var(--soft)" }),
        Plot.rect(bars, { x1: "from", x2: "to", y1: "y1", y2: "y2", fill: "colour" }),
        // From the end of each step to the beginning of the next.
        Plot.ruleX(bars.slice(0, -1), {
          x: "to",
          y1: "y2",
          y2: ({ y2 }: (typeof bars)[number]) => y2 + NAME + 8,
          stroke: "var(--soft)",
          strokeDasharray: "2 3",
        }),
        Plot.ruleX([0], { stroke: "var(--ink)" }),
        Plot.text(bars, {
          frameAnchor: "left",
          y: ({ y1 }: (typeof bars)[number]) => y1 - 16,
          text: "label",
          textAnchor: "start",
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 5,
        }),
        values(true),
        values(false),
      ],
    },
    { id: "steps", ...label },
  );
}
