import { type Html, html } from "../../html.js";
import { pair } from "../../parts.js";
import { type Ahead, plainSummary } from "../../plain.js";
import type { Summary } from "../../summary.js";

/** For students and parents: the same numbers in short sentences. */
export const plainSection = (summary: Summary, ahead: Ahead | undefined): Html =>
  pair(
    "plain",
    "In plain words",
    html`<p class="quiet">For students and parents. Rules make these sentences from the numbers on this page.</p>`,
    html`<div class="plainly">${plainSummary(summary, ahead).map((paragraph) => html`<p>${paragraph}</p>`)}</div>`,
  );
