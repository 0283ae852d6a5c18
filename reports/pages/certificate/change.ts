import { stepsChart } from "../../charts/steps.js";
import { type Html, html } from "../../html.js";
import { monthName, points } from "../../numbers.js";
import { details, pair, table } from "../../parts.js";
import type { Decomposition } from "./rows.js";

/** "2021-11..2022-10 to 2025-11..2026-10" as "November 2021 to October 2022, and November 2025 to October 2026". */
const periodsText = (period: string): string =>
  period
    .split(" to ")
    .map((months) => months.split("..").map(monthName).join(" to "))
    .join(", and ");

const row = (one: Decomposition): string[] => [
  periodsText(one.period),
  points(one.within),
  points(one.between),
  points(one.source_mix),
  points(one.total),
];

/** What a change of the share is made of. The three parts sum to the whole. */
export function changeSection(periods: readonly Decomposition[], name: string): Html {
  const last = periods.at(-1);
  if (last === undefined) return html``;
  const heads = ["Periods", "Within occupations", "Between occupations", "Mix of sources", "Together"];
  const numbers = table("Change of the share between two periods", heads, periods.map(row), [1, 2, 3, 4]);
  const chart = stepsChart(last, {
    title: `What the change of its share is made of: ${name}`,
    description: `Within occupations ${points(last.within)}, between occupations ${points(last.between)}, mix of sources ${points(last.source_mix)}; together ${points(last.total)} percentage points.`,
  });
  return pair(
    "change",
    "What the change is made of",
    html`<p>Employers of the same kind may ask less; or the occupations that ask may shrink; or our sources may differ. <strong>Only the first is about the certificate.</strong></p>
<p class="quiet">Compared are ${periodsText(last.period)}. No interval is known for the parts yet.</p>`,
    html`<figure>${chart}<figcaption>In percentage points of all postings. Each bar begins where the one before ended; the three sum to the change.</figcaption></figure>${details("Show the numbers", numbers)}`,
  );
}
