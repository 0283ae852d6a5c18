import { type Html, html, type Value } from "../html.js";
import { percent, percentRange } from "../numbers.js";

export interface Bar {
  label: Value;
  /** 0..1. */
  share: number;
  low?: number;
  high?: number;
  note?: string;
}

const width = (share: number, top: number): string => `${Number(((Math.min(share, top) / top) * 100).toFixed(1))}%`;

function interval({ low, high }: Bar, top: number): Html | false {
  if (low === undefined || high === undefined) return false;
  return html`<span class="whisker" style="left:${width(low, top)};right:calc(100% - ${width(high, top)})"></span>`;
}

/** A ranked list as a table whose last column is drawn: readable as text, by a screen reader, and at any width. */
export function barTable(caption: string, heads: readonly [string, string], bars: readonly Bar[]): Html {
  const top = Math.max(...bars.map(({ share, high }) => high ?? share), 1e-9);
  return html`<table class="bars"><caption>${caption}</caption><colgroup><col class="what"><col></colgroup>
<thead><tr><th scope="col">${heads[0]}</th><th scope="col">${heads[1]}</th></tr></thead>
<tbody>${bars.map(
    (
      bar,
    ) => html`<tr><th scope="row">${bar.label}</th><td><div class="measure"><span class="bar" aria-hidden="true"><span class="fill" style="width:${width(bar.share, top)}"></span>${interval(bar, top)}</span>
<span class="figure">${percent(bar.share)}${bar.low !== undefined && bar.high !== undefined && html` <small>(${percentRange(bar.low, bar.high)})</small>`}${bar.note !== undefined && html` <small>${bar.note}</small>`}</span></div></td></tr>`,
  )}</tbody></table>`;
}
