import { type Html, html } from "../../html.js";
import { change, count, dayName, percent } from "../../numbers.js";
import { pair, table } from "../../parts.js";
import { causesText, moved, type Revision } from "../../revisions.js";
import { statusChip } from "../../words.js";

const added = (value: number | null): string =>
  value === null ? "not known" : value > 0 ? `${count(value)} more` : value < 0 ? `${count(-value)} fewer` : "as many";

/** What the edition before this one said, and why this one differs. */
export function revisionSection(revision: Revision | undefined): Html {
  if (revision === undefined) return html``;
  const heads = ["Figure", dayName(revision.vintage_before), dayName(revision.vintage)];
  const rows = [
    ["Status", statusChip(revision.status_before), statusChip(revision.status)],
    ["Share, last 12 months", percent(revision.share_before), percent(revision.share_now)],
    ["Change a year", change(revision.slope_before), change(revision.slope_pct_year)],
  ];
  const why = moved(revision)
    ? html`<p>${added(revision.evidence_added)} postings ask for it than in the edition before. What can have moved the figures: ${causesText(revision)}.</p>`
    : html`<p>Nothing moved.</p>`;
  return pair("revision", "Since the last edition", why, table("This edition beside the one before", heads, rows));
}
