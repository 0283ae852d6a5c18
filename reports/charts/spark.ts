import { type Html, trusted } from "../html.js";
import { type Counted, point } from "../series.js";

const WIDTH = 140;
const HEIGHT = 36;
const PAD = 3;

/** A word-sized line of quarterly shares from zero, with its 95 % band; grey dots without a line where evidence is thin. */
export function sparkline(quarters: readonly Counted[] | null, trend: boolean): Html {
  const points = (quarters ?? []).filter(({ postings }) => postings > 0).map(point);
  if (points.length < 2) return trusted("");
  const typical = Math.max(...points.map(({ share }) => share));
  const highest = Math.max(...points.map(({ high }) => high));
  const top = Math.max(typical * 1.15, Math.min(typical * 2, highest)) || 1;
  const x = (index: number) => Math.round(PAD + (index / (points.length - 1)) * (WIDTH - 2 * PAD));
  const y = (share: number) => Math.round(HEIGHT - PAD - (Math.min(share, top) / top) * (HEIGHT - 2 * PAD));
  const path = (shares: readonly number[], from = 0) => shares.map((share, index) => `${x(from + index)} ${y(share)}`);
  const open = `<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">`;
  if (!trend) {
    const dots = points.map(({ share }, index) => `M${x(index)} ${y(share)}h0`).join("");
    return trusted(`${open}<path class="dots" d="${dots}"/></svg>`);
  }
  const high = path(points.map((one) => one.high));
  const low = path(points.map((one) => one.low)).reverse();
  const line = path(points.map((one) => one.share));
  const end = points.at(-1)!;
  return trusted(
    `${open}<path class="band" d="M${[...high, ...low].join("L")}Z"/><path class="line" d="M${line.join("L")}"/>` +
      `<circle cx="${x(points.length - 1)}" cy="${y(end.share)}" r="2.5"/></svg>`,
  );
}
