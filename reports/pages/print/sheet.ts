import { editionSentence } from "../../citation.js";
import { type Html, html, type Value } from "../../html.js";
import { count, monthName } from "../../numbers.js";
import type { Facts } from "../../page.js";
import { SIMULATED } from "../../shell.js";

/** What a sheet of paper must say for itself, since its reader cannot follow a link. */
const foot = (
  facts: Facts,
): Html => html`<section class="sources" aria-labelledby="sources-h"><h2 id="sources-h">Sources and limits</h2>
<p><strong>Postings are not vacancies, hires or worth.</strong> Online postings cover small employers and the trades badly, and many licences are implied and never named. A student's choice should not rest on demand alone.</p>
<p>${count(facts.postings)} public job postings from ${count(facts.sources)} sources, ${monthName(facts.firstMonth)} to ${monthName(facts.lastMonth)}. Ranges are 95% intervals. certworth. ${editionSentence(facts)} Build ${facts.builtFrom.slice(0, 16)}.${facts.simulated && ` ${SIMULATED}`}</p></section>`;

/** One page of paper, A4 or Letter, that black ink suffices for. */
export const sheet = (title: string, lead: Value, content: Value, facts: Facts): Html => html`<article class="sheet">
<header><h1>${title}</h1>${lead}</header>
${content}
${foot(facts)}
</article>`;
