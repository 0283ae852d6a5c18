import { type Html, html } from "./html.js";
import { dayName, monthName } from "./numbers.js";
import type { Facts, Page } from "./page.js";

/** "edition of 2026-11-30, data to October 2026": how a number of the site is traced to what it was made from. */
export const editionText = ({ edition, asOf }: Facts): string =>
  `edition of ${edition === "" ? "unknown date" : edition}, data to ${monthName(asOf)}`;

/** The same with the day spelled out, for sheets on paper. */
export const editionSentence = ({ edition, asOf }: Facts): string =>
  `Edition of ${edition === "" ? "unknown date" : dayName(edition)}, data to ${monthName(asOf)}.`;

/** A line to copy: who, which edition, which page, from what. */
export const citationText = (page: Pick<Page, "title" | "path">, facts: Facts): string =>
  `certworth, ${editionText(facts)}: “${page.title}” (${page.path}), build ${facts.builtFrom.slice(0, 16)}${facts.simulated ? ", simulated market" : ""}.`;

/** Plain text in the footer, so that it can be selected and copied without a script. */
export const citation = (page: Page, facts: Facts): Html =>
  html`<p>Cite as: <span class="cite" id="cite">${citationText(page, facts)}</span></p>`;
