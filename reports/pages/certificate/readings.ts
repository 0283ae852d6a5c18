import { barTable } from "../../charts/bars.js";
import { type Html, html, type Value } from "../../html.js";
import { pair } from "../../parts.js";
import type { Detail } from "./signal-rows.js";

interface Reading {
  label: Value;
  share: number | null;
  low: number | null;
  high: number | null;
}

const readings = (detail: Detail): Reading[] => [
  {
    label: html`As read from the postings`,
    share: detail.share_now,
    low: detail.share_now_low,
    high: detail.share_now_high,
  },
  {
    label: html`Corrected for misreading <small>by what annotated postings say of our rules</small>`,
    share: detail.share_corrected,
    low: detail.share_corrected_low,
    high: detail.share_corrected_high,
  },
  {
    label: html`Drawn towards its family <small>the fewer postings, the more</small>`,
    share: detail.share_shrunk,
    low: detail.share_shrunk_low,
    high: detail.share_shrunk_high,
  },
];

const missing = ({ share_corrected, share_shrunk }: Detail): string =>
  [
    share_corrected === null && "How well we read it is not measured, so no corrected share is given.",
    share_shrunk === null && "It has no family of three or more to be drawn towards.",
  ]
    .filter((part) => part !== false)
    .join(" ");

/** The share of the last 12 months beside its corrections, each with its interval. */
export function readingsSection(detail: Detail | undefined): Html {
  if (detail === undefined) return html``;
  const bars = readings(detail).flatMap(({ label, share, low, high }) =>
    share === null ? [] : [{ label, share, ...(low === null || high === null ? {} : { low, high }) }],
  );
  if (bars.length === 0) return html``;
  return pair(
    "readings",
    "How sure is the share?",
    html`<p>The same 12 months, read in more than one way. The first interval is of chance alone, widened where asks come in bursts; the others add what is known of our errors and of its family.</p>`,
    html`${barTable("Share of postings, last 12 months", ["Reading", "Share and 95% interval"], bars)}<p class="quiet">${missing(detail)}</p>`,
  );
}
