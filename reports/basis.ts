import { type Html, html } from "./html.js";
import { count, percent } from "./numbers.js";
import { pair } from "./parts.js";

/** The sentence that every page of an edition carries that was built from aggregates; `up` leads to the root of the site. */
export const countedNotice = (up: string): Html =>
  html`<aside class="counted" aria-label="Built from monthly counts">Built from monthly counts: this edition knows no single postings, so adverts, pay and stock are missing. <a href="${up}methods.html#counts">What that means</a>.</aside>`;

/** What such an edition leaves out, and how its postings were counted. */
export const countedSection: Html = html`<h2 id="counts">Built from monthly counts</h2>
<p>This edition was made from monthly counts of a large archive. Shares, trends, statuses, horizons, ranks, lines of succession, issuers and occupations are made from them by the same rules as from postings. An advert counts once under the same title with the same words, or with the same requisition of the same employer; one whose text is only nearly the same counts again, so counts are a little higher. An advert without a date of its own is left out, also where a crawl could have dated it.</p>
<p>What rests on single postings is missing, not zero: adverts as evidence, pay, employers by name, stock, drift and health of sources, alarms, languages, and the questions on experience, degrees, soft skills, subjects and issuers. The rank with copies counted is unknown.</p>`;

/** What the quality page says of dates, copies and languages where postings are not at hand. */
export const countedQuality = ({ dated, postings }: { dated: number; postings: number }): Html =>
  pair(
    "dates",
    "Dates, copies and languages",
    html`<p>This edition was built from monthly counts. Copies with the same words or requisition count once; texts that are only nearly the same were not compared. Languages, and how dates came about, are not known.</p>`,
    html`<p class="big">${percent(postings === 0 ? 0 : dated / postings)}</p><p>of postings state a date that trends may use: ${count(dated)} of ${count(postings)}.</p>`,
  );
