import { html, type Value } from "../../html.js";
import { change, percent, percentRange, points } from "../../numbers.js";
import { changeOver, shareOver, table } from "../../parts.js";
import { statusChip } from "../../words.js";
import type { DataEntryRow, QuestionRows } from "./rows.js";
import { type Answer, hasShare } from "./section.js";

const slopeCell = ({ slope, slope_low, slope_high }: DataEntryRow): Value =>
  slope === null ? html`<span class="quiet">too few postings</span>` : changeOver(slope, slope_low, slope_high);

const shareCell = ({ share, share_low, share_high }: DataEntryRow): Value => shareOver(share, share_low, share_high);

const madeOf = ({ within, between, source_mix }: DataEntryRow): Value =>
  within !== null &&
  html`<br><small>change in points: ${points(within)} within occupations, ${points(between ?? 0)} between them, ${points(source_mix ?? 0)} by sources</small>`;

/** What most of the change of a certificate's share came from. */
function mainCause({ within, between, source_mix }: DataEntryRow): string {
  const parts: [string, number][] = [
    ["employers asking more or less often", Math.abs(within ?? 0)],
    ["occupations growing or shrinking", Math.abs(between ?? 0)],
    ["which sources were there", Math.abs(source_mix ?? 0)],
  ];
  return parts.toSorted((a, b) => b[1] - a[1])[0]![0];
}

/** Data entry, by its skills, certificates and occupations. */
export function dataEntry({ dataEntry: rows }: QuestionRows): Answer | null {
  const now = rows.find(({ measure }) => measure === "skills now");
  const before = rows.find(({ measure }) => measure === "skills before");
  if (!hasShare(now)) return null;
  const keyers = rows.find(({ subject }) => subject === "43-9021");
  const projected = keyers?.projected_change_pct ?? null;
  const then = hasShare(before) ? `, after ${percent(before.share)} in the earlier year` : "";
  const split = rows.find(({ within }) => within !== null);
  const cause =
    split === undefined ? "" : ` Most of the change of the ${split.name.toLowerCase()} comes from ${mainCause(split)}.`;
  const shown = rows.filter(({ measure, n }) => ["certificate", "occupation"].includes(measure) && n > 0);
  return {
    answer: `${percent(now.share)} of postings ask for skills of data entry (95% interval ${percentRange(now.share_low, now.share_high)})${then}.${cause}${projected === null ? "" : ` The US projection for data entry keyers is ${change(projected)} over ten years.`}`,
    caution: "Nothing here tells automation from other causes; what sources joined or left did is in the table.",
    figure: table(
      "Data entry: certificates and occupations",
      ["Certificate or occupation", "Share now", "Change a year", "Projected"],
      shown.map((row) => [
        html`${row.name}${row.status !== null && html`<br>${statusChip(row.status)}`}${madeOf(row)}`,
        shareCell(row),
        slopeCell(row),
        row.projected_change_pct === null ? html`–` : change(row.projected_change_pct),
      ]),
      [1, 2, 3],
    ),
  };
}
