import { type Html, html, type Value } from "../html.js";
import { change, count, dayName, percent, plural, points } from "../numbers.js";
import { definePage, type Page, type SiteFile } from "../page.js";
import { details, pair, table } from "../parts.js";
import {
  byMove,
  causesText,
  EDITIONS_SQL,
  type Edition,
  moved,
  REVISION_SQL,
  type Revision,
  sinceText,
  statusChanged,
} from "../revisions.js";
import { certificatePath, SUMMARY_SQL, type Summary } from "../summary.js";
import { KIND_WORDS, STATUS_WORDS, statusChip } from "../words.js";
import { atom, entriesOf, jsonFeed } from "./signals/feed.js";

type Queries = { summaries: Summary[]; revisions: Revision[]; editions: Edition[] };

const LISTED = 40;

const name = ({ certificate_id, name: text }: Revision): Html =>
  html`<a href="${certificatePath(certificate_id)}">${text}</a>`;

const kind = ({ demand }: Revision): string => KIND_WORDS[demand]?.label ?? demand;

const statusRow = (one: Revision): Value[] => [
  html`${name(one)}<br><small>${kind(one)}</small>`,
  statusChip(one.status_before),
  statusChip(one.status),
  html`${percent(one.share_now)}<br><small>${one.share_change === null ? "" : `${points(one.share_change)} points`}</small>`,
  causesText(one),
];

const moveRow = (one: Revision): Value[] => [
  html`${name(one)}<br>${statusChip(one.status)}`,
  percent(one.share_before),
  percent(one.share_now),
  one.share_change === null ? "–" : points(one.share_change),
  html`${change(one.slope_before)} → ${change(one.slope_pct_year)}`,
  causesText(one),
];

function statusChanges(revisions: readonly Revision[]): Html {
  const changes = revisions.filter(statusChanged).sort(byMove);
  const heads = ["Certificate", "Before", "Now", "Share, last 12 months", "What can have moved it"];
  const list = table("Changes of status", heads, changes.map(statusRow), [3]);
  return html`<section class="band-section" id="changes" aria-labelledby="changes-h"><h2 id="changes-h">Changes of status</h2>
${changes.length === 0 ? html`<p class="none">No certificate has another status than in the edition before.</p>` : [html`<p>${plural(changes.length, "certificate")} of ${count(revisions.length)} have another status.</p>`, list]}</section>`;
}

function moves(revisions: readonly Revision[]): Html {
  const all = revisions.filter((one) => moved(one) && (one.share_change ?? 0) !== 0).sort(byMove);
  const heads = ["Certificate", "Share before", "Share now", "Points", "Change a year", "What can have moved it"];
  const list = table("Largest moves of the share", heads, all.slice(0, LISTED).map(moveRow), [1, 2, 3, 4]);
  return html`<section class="band-section" id="moves" aria-labelledby="moves-h"><h2 id="moves-h">Largest moves of the share</h2>
<p>In percentage points of all postings. Another edition rests on other months and postings: a move is news of the measurement first, of the market second.</p>
${all.length === 0 ? html`<p class="none">No share moved.</p>` : list}</section>`;
}

/** How many certificates have which status, by the kind of demand that they rest on. */
function today(summaries: readonly Summary[]): Html {
  const kinds = Object.keys(KIND_WORDS);
  const rows = Object.keys(STATUS_WORDS).map((status) => {
    const those = summaries.filter((one) => one.status === status);
    return [
      statusChip(status),
      ...kinds.map((demand) => count(those.filter((one) => one.demand === demand).length)),
      html`<a href="certificates.html#status=${encodeURIComponent(status).replaceAll("%20", "+")}">${count(those.length)}</a>`,
    ];
  });
  const heads = ["Status", ...kinds.map((demand) => KIND_WORDS[demand]!.label), "All"];
  return pair(
    "today",
    "Today's statuses",
    html`<p>Each certificate has one status, by the kind of demand that its rank rests on. The three kinds are never added up.</p>`,
    table("Certificates by status and kind of demand", heads, rows, [1, 2, 3, 4]),
  );
}

function editionList(editions: readonly Edition[]): Value {
  if (editions.length === 0) return false;
  const rows = editions.map(({ day, postings, certificates }) => [dayName(day), count(certificates), count(postings)]);
  return details("All editions", table("Editions", ["Edition", "Certificates", "Postings"], rows, [1, 2]));
}

const FIRST =
  "This is the first edition that was kept, so there is nothing to compare it with yet. The next one will say here what changed.";

function* files({ revisions, editions }: Queries, facts: Parameters<typeof atom>[2]): Generator<SiteFile> {
  const entries = entriesOf(revisions, editions);
  yield { path: "feed.xml", text: atom(entries, editions, facts) };
  yield { path: "feed.json", text: jsonFeed(entries, facts) };
}

/** What changed since the last edition, today's statuses, and both as feeds. */
export default definePage<Queries>({
  title: "Signals",
  queries: { summaries: SUMMARY_SQL, revisions: REVISION_SQL, editions: EDITIONS_SQL },
  *render(rows, facts): Generator<Page | SiteFile> {
    const { summaries, revisions, editions } = rows;
    const [first] = revisions;
    const since = first === undefined ? FIRST : `What changed: ${sinceText(first)}.`;
    const body = html`<header class="lead"><h1>Signals</h1><p class="standfirst">${since}</p>
<p class="quiet">To be told: <a href="feed.xml">Atom feed</a> or <a href="feed.json">JSON feed</a>.</p></header>
${first !== undefined && [statusChanges(revisions), moves(revisions)]}
${today(summaries)}
${editionList(editions)}`;
    yield {
      path: "signals.html",
      title: "Signals",
      description: "What changed since the last edition, and the status of every certificate today.",
      section: "signals",
      body,
    };
    yield* files(rows, facts);
  },
});
