import { type Html, html } from "../../html.js";
import { points } from "../../numbers.js";
import { pair, table } from "../../parts.js";
import type { Decomposition } from "./rows.js";

/** What a change of the share is made of. The three parts sum to the whole. */
export function changeSection(periods: readonly Decomposition[]): Html {
  if (periods.length === 0) return html``;
  const rows = periods.map((one) => [
    one.period.replaceAll("..", " to ").replace(/ to (\d{4}-\d\d) to (\d{4}-\d\d) to /, " to $1, against $2 to "),
    points(one.within),
    points(one.between),
    points(one.source_mix),
    points(one.total),
  ]);
  return pair(
    "change",
    "What the change is made of",
    html`<p>Employers of the same kind may ask less; or the occupations that ask may shrink; or our sources may differ. <strong>Only the first is about the certificate.</strong></p>`,
    html`${table("Change of the share between two periods", ["Periods", "Within occupations", "Between occupations", "Mix of sources", "Together"], rows, [1, 2, 3, 4])}<p class="quiet">In percentage points of all postings. The three parts sum to the whole; no interval is known for them yet.</p>`,
  );
}
