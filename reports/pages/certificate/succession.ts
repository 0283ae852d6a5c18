import { linesChart } from "../../charts/lines.js";
import { type Html, html } from "../../html.js";
import { pair } from "../../parts.js";
import { aggregate, fittingPeriod, type Point } from "../../series.js";
import type { Summary } from "../../summary.js";
import type { Succession } from "./signal-rows.js";

/** Fewer asks than this in the whole line are not drawn. */
const ENOUGH = 30;

/** Lines that differ by less than this part of the asks are one line to the eye. */
const VISIBLE = 0.01;

const asks = (points: readonly Point[]): number => points.reduce((sum, { asking }) => sum + asking, 0);

/** The certificate alone, and together with those whose place it took: a succession is no rise and no fall. */
export function successionSection(summary: Summary, months: readonly Succession[]): Html {
  if (months.length === 0) return html``;
  const text = html`<p>It took the place of another. The upper line counts a posting that asks for either, once; status, change a year and forecast rest on it, so that a new name is no rise.</p>`;
  const period = fittingPeriod(months);
  const line = aggregate(months, period);
  const heading = "With those it followed";
  if (asks(line) < ENOUGH)
    return pair(
      "succession",
      heading,
      text,
      html`<p class="none">Insufficient evidence: too few postings to draw.</p>`,
    );
  const own = aggregate(
    months.map((month) => ({ ...month, asking: month.own })),
    period,
  );
  if (asks(line) - asks(own) < VISIBLE * asks(line))
    return pair(
      "succession",
      heading,
      text,
      html`<p class="none">Hardly a posting asks for those it followed alone: the two lines are one.</p>`,
    );
  const chart = linesChart(
    [
      { label: "with earlier", colour: "var(--purple)", points: line },
      { label: "alone", colour: "var(--blue)", points: own },
    ],
    period,
    { id: "line", title: `Share of postings with and without those it followed: ${summary.name}` },
  );
  return pair(
    "succession",
    heading,
    text,
    html`<figure>${chart}<figcaption>Share of postings by ${period}, in per cent, from zero; shaded: 95% intervals.</figcaption></figure>`,
  );
}
