import { escapeHtml, type Html, html, trusted } from "../html.js";
import { percent } from "../numbers.js";
import type { Point } from "../series.js";

const WIDTH = 200;
const HEIGHT = 120;
const TOP = 22;
const BOTTOM = 20;

/** Fewer asks than this are drawn as dots with whiskers and not joined. */
const ENOUGH = 100;

interface Scale {
  x(index: number): number;
  y(share: number): number;
}

function joined(points: readonly Point[], { x, y }: Scale): string {
  const at = (share: number, index: number) => `${x(index)} ${y(share)}`;
  const high = points.map((one, index) => at(one.high, index));
  const low = points.map((one, index) => at(one.low, index)).reverse();
  const line = points.map((one, index) => at(one.share, index)).join("L");
  return `<path class="band" d="M${[...high, ...low].join("L")}Z"/><path class="line" d="M${line}"/><circle cx="${x(points.length - 1)}" cy="${y(points.at(-1)!.share)}" r="3"/>`;
}

const single = (points: readonly Point[], { x, y }: Scale): string =>
  points
    .map(
      (one, index) =>
        `<path class="thin" d="M${x(index)} ${y(one.low)}V${y(one.high)}"/><circle class="ring" cx="${x(index)}" cy="${y(one.share)}" r="2.5"/>`,
    )
    .join("");

/** A small chart of one share from zero with its band, beside others of the same size. Each has its own scale, which it names. */
export function panel(label: string, points: readonly Point[], main: boolean): Html {
  const first = points[0]!;
  const last = points.at(-1)!;
  const highest = Math.max(...points.map(({ share }) => share));
  const note = main ? html` <small>its rank rests on this</small>` : false;
  if (highest === 0) return html`<div class="panel"><h3>${label}${note}</h3><p class="none">None found.</p></div>`;
  const top = highest * 1.25;
  const scale: Scale = {
    x: (index) => Math.round((points.length === 1 ? 0.5 : index / (points.length - 1)) * (WIDTH - 8) + 4),
    y: (share) => Math.round(TOP + (1 - Math.min(share, top) / top) * (HEIGHT - TOP - BOTTOM)),
  };
  const enough = points.reduce((sum, { asking }) => sum + asking, 0) >= ENOUGH;
  const base = HEIGHT - BOTTOM;
  const name = `${label}: from ${percent(first.share)} in ${first.date.slice(0, 4)} to ${percent(last.share)} in ${last.date.slice(0, 4)}`;
  return html`<div class="panel"><h3>${label}${note}</h3>${trusted(
    `<svg class="plot small" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(name)}">${(enough ? joined : single)(points, scale)}` +
      `<path class="axis" d="M0 ${base}H${WIDTH}"/>` +
      `<text x="4" y="${HEIGHT - 5}" text-anchor="start">${first.date.slice(0, 4)}</text><text x="${WIDTH - 2}" y="${HEIGHT - 5}" text-anchor="end">${last.date.slice(0, 4)}</text>` +
      `<text class="value" x="${WIDTH - 2}" y="${Math.max(13, scale.y(enough ? last.share : last.high) - 9)}" text-anchor="end">${percent(last.share)}</text></svg>`,
  )}</div>`;
}
