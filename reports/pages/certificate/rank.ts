import { type Html, html, type Value } from "../../html.js";
import { count } from "../../numbers.js";
import { pair, table } from "../../parts.js";
import { KIND_WORDS } from "../../words.js";
import type { Ranking } from "./signal-rows.js";

const place = (rank: number | null): string => (rank === null ? "none" : count(rank));

const rows = (ranking: Ranking): Value[][] => [
  [html`${KIND_WORDS.explicit!.label}`, place(ranking.rank_explicit)],
  [html`${KIND_WORDS.skill!.label}`, place(ranking.rank_skill)],
  [html`${KIND_WORDS.licence!.label}`, place(ranking.rank_licence)],
  ["Software counted twice, licences three times", place(ranking.rank_weighted)],
  ["Copies of postings counted too", place(ranking.rank_copies)],
  ["Entry-level postings only", place(ranking.rank_entry)],
  ["Over the last 24 months", place(ranking.rank_24)],
  ["Over the last 36 months", place(ranking.rank_36)],
];

/** Its place among all, the kind of demand that it rests on, and whether other rules would move it. */
export function rankSection(ranking: Ranking | undefined): Html {
  if (ranking === undefined || ranking.rank === null) return html``;
  const kind = KIND_WORDS[ranking.kind]?.label.toLowerCase() ?? ranking.kind;
  const sure = ranking.flips
    ? html`<p><strong>Its place depends on the rule</strong>: it moves by more than three places and a tenth of the list.</p>`
    : html`<p>Other rules leave it near that place.</p>`;
  return pair(
    "rank",
    "Its place",
    html`<p>Place <strong>${count(ranking.rank)}</strong> of ${count(ranking.ranked)} by postings that ask over the last 12 months. The place rests on this kind of demand: <strong>${kind}</strong>.</p>${sure}<p class="quiet">A place is not worth: large occupations ask often.</p>`,
    table("Its place by other rules", ["Rule", "Place"], rows(ranking), [1]),
  );
}
