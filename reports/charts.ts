import * as Plot from "@observablehq/plot";
import { SvgDocument } from "./charts/svg-document.js";
import { escapeHtml, type Html, trusted } from "./html.js";
import { percent } from "./numbers.js";

/** What Plot draws into; its types ask for a whole DOM, of which it uses what `SvgDocument` has. */
const document = new SvgDocument() as never;

export const WIDTH = 640;

/** How a share axis is lettered: its labels stand above the grid lines and take no margin, which leaves room on a phone. */
export const LABELS_ON_LINES = {
  label: null,
  tickSize: 0,
  textAnchor: "start",
  lineAnchor: "bottom",
  dx: 4,
  dy: -4,
  tickPadding: -1,
  fill: "var(--soft)",
} as const;

/** Shares are drawn from zero. */
export function shareAxis(top: number): Plot.Markish[] {
  return [
    Plot.gridY({ ticks: 4, stroke: "var(--rule)", strokeOpacity: 1 }),
    Plot.axisY({ ...LABELS_ON_LINES, ticks: 4, tickFormat: (share: number) => axisPercent(share, top) }),
    Plot.ruleY([0], { stroke: "var(--ink)" }),
  ];
}

function axisPercent(share: number, top: number): string {
  if (share === 0) return "0";
  const digits = top >= 0.04 ? 0 : top >= 0.004 ? 1 : top >= 0.0004 ? 2 : 3;
  return `${(share * 100).toFixed(digits)}%`;
}

/** At most six years on the axis, so that they can still be read on a phone; the first month where no year begins within. */
export function yearTicks(first: string, last: string): Date[] {
  const from = Number(first.slice(0, 4)) + (first.slice(5, 7) === "01" ? 0 : 1);
  const to = Number(last.slice(0, 4));
  const step = Math.max(1, Math.ceil((to - from + 1) / 6));
  const years: Date[] = [];
  for (let year = from; year <= to; year += step) years.push(day(`${year}-01-01`));
  return years.length > 0 ? years : [day(first)];
}

export const yearAxis = (first: string, last: string): Plot.Markish =>
  Plot.axisX(yearTicks(first, last), {
    label: null,
    tickFormat: (date: Date) => String(date.getUTCFullYear()),
    tickSize: 5,
    fill: "var(--soft)",
  });

export const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

interface Label {
  /** Unique within the page. */
  id: string;
  title: string;
  /** What a reader who does not see the chart should know. */
  description: string;
}

const oneDecimal = (markup: string): string =>
  markup.replace(/="[^"]*\d\.\d\d[^"]*"/g, (attribute) =>
    attribute.replace(/\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1)))),
  );

/** Draws a Plot as inline SVG: sized by its view box, styled by the site's style sheet, named for screen readers. */
export function renderPlot(options: Plot.PlotOptions, { id, title, description }: Label): Html {
  const drawn = Plot.plot({
    width: WIDTH,
    marginLeft: 0,
    marginRight: 6,
    marginTop: 26,
    marginBottom: 34,
    className: "plot",
    ...options,
    document,
  });
  const inner = drawn.innerHTML
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replaceAll(/ aria-label="[^"]*"/g, "")
    // Plot numbers its clip paths over the whole run; a page must not depend on which were drawn before it.
    .replaceAll(/plot-clip-(\d+)/g, `${id}-clip`);
  const height = options.height ?? 300;
  return trusted(
    `<svg class="plot" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" fill="currentColor" text-anchor="middle">` +
      `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-desc">${escapeHtml(description)}</desc>${oneDecimal(inner)}</svg>`,
  );
}

/** The text of a point for a chart's description. */
export const describeShare = (share: number, low: number, high: number): string =>
  `${percent(share)} (95% interval ${percent(low)} to ${percent(high)})`;
