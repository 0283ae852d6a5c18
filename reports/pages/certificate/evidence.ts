import { type Html, html, outLink } from "../../html.js";
import { count, dayName } from "../../numbers.js";
import type { Facts } from "../../page.js";
import { pair } from "../../parts.js";
import { REQUIREMENT_WORDS } from "../../words.js";
import type { Snippet } from "./rows.js";

/** The evidence with the mention marked, where it stands in the snippet. */
function marked(evidence: string, surface: string): Html {
  const at = evidence.indexOf(surface);
  if (at < 0 || surface === "") return html`${evidence}`;
  return html`${evidence.slice(0, at)}<mark>${surface}</mark>${evidence.slice(at + surface.length)}`;
}

function item(snippet: Snippet, facts: Facts): Html {
  const title = snippet.title ?? "Posting";
  // The demonstration's boards are gone by the time that anyone reads.
  const where = facts.simulated ? html`${title}` : outLink(snippet.url, title);
  const employer = snippet.employer === null ? "" : `, ${snippet.employer}`;
  const date = snippet.posted_on === null ? "undated" : dayName(snippet.posted_on);
  return html`<li><blockquote><p>${marked(snippet.evidence, snippet.surface)}</p></blockquote>
<p class="quiet"><strong>${REQUIREMENT_WORDS[snippet.requirement]}</strong> · ${where}${employer} · ${date} · ${snippet.source}</p></li>`;
}

/** Short quotations, so that a reader can judge what was counted. */
export function evidenceSection(snippets: readonly Snippet[], facts: Facts): Html {
  if (snippets.length === 0 || !facts.quotes) return html``;
  const text = html`<p>${count(snippets.length)} of the latest mentions, at most 160 characters each, with the level that the rules read. The texts are their employers'.</p>`;
  return pair(
    "evidence",
    "In the postings' words",
    text,
    html`<ul class="snippets">${snippets.map((snippet) => item(snippet, facts))}</ul>`,
  );
}
