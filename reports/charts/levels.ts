import * as Plot from "@observablehq/plot";
import { LABELS_ON_LINES, renderPlot, WIDTH } from "../charts.js";
import { type Html, html } from "../html.js";
import { count } from "../numbers.js";

/** The levels that are demand for holding it today, strongest first, with their colours. */
export const LEVELS = [
  ["required", "Required", "var(--blue)"],
  ["preferred", "Preferred", "var(--sky)"],
  ["mentioned", "Merely mentioned", "var(--grey)"],
] as const;

type Level = (typeof LEVELS)[number][0];
export type LevelYear = { year: string } & Record<Level, number>;

export const levelsTotal = (year: LevelYear): number => LEVELS.reduce((sum, [level]) => sum + year[level], 0);

export const levelsKey = (): Html =>
  html`<ul class="key">${LEVELS.map(([, label, colour]) => html`<li><span class="swatch" style="background:${colour}"></span>${label}</li>`)}</ul>`;

/** One bar a year, from 0 to 100 %, divided by how strongly the postings ask; the count of mentions stands above. */
export function levelsChart(years: readonly LevelYear[], name: string): Html {
  const parts = years.flatMap((year) =>
    LEVELS.map(([level, label, colour]) => ({
      year: year.year,
      label,
      colour,
      share: levelsTotal(year) === 0 ? 0 : year[level] / levelsTotal(year),
    })),
  );
  const each = Math.ceil(years.length / 6);
  const named = years.filter((_, index) => (years.length - 1 - index) % each === 0).map(({ year }) => year);
  const last = years.at(-1)!;
  return renderPlot(
    {
      height: 330,
      width: WIDTH,
      x: { type: "band", domain: years.map(({ year }) => year), padding: years.length < 4 ? 0.5 : 0.22, insetLeft: 74 },
      y: { domain: [0, 1] },
      marks: [
        Plot.gridY([0.25, 0.5, 0.75, 1], { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisY([0.5, 1], { ...LABELS_ON_LINES, tickFormat: (share: number) => `${share * 100}%` }),
        Plot.barY(parts, { x: "year", y: "share", fill: "colour", insetTop: 1 }),
        Plot.ruleY([0], { stroke: "var(--ink)" }),
        Plot.axisX(named, { label: null, tickSize: 0, fill: "var(--soft)" }),
        Plot.text(
          years.filter(({ year }) => named.includes(year)),
          { x: "year", y: 1, text: (year: LevelYear) => count(levelsTotal(year)), dy: -10, fill: "var(--soft)" },
        ),
      ],
    },
    {
      id: "levels",
      title: `How strongly postings ask for it, by year: ${name}`,
      description: `In ${last.year}, of ${count(levelsTotal(last))} mentions: ${LEVELS.map(([level, label]) => `${label.toLowerCase()} ${count(last[level])}`).join(", ")}.`,
    },
  );
}
