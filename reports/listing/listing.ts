import { readFileSync } from "node:fs";
import { packagePath } from "../../models/package-root.js";
import { type Html, html, toMarkup, trusted, type Value } from "../html.js";
import { count } from "../numbers.js";
import type { Page, Section, SiteFile } from "../page.js";
import { scroller } from "../parts.js";

/** Sorts, searches and filters all rows; without it they stand in pages, in the order given. */
const SCRIPT = readFileSync(packagePath("reports", "listing", "listing.client.js"), "utf8");

/** A column: `text` and `num` can be sorted by; the rest, a drawing, cannot. A cell's `data-v` is what it is sorted by. */
export type Column = readonly [key: string, label: string, kind: "text" | "num" | ""];

/** A choice among the values of a row's `data-<name>`; `least`: among least figures of the column of that name. */
export interface Choice {
  name: string;
  label: string;
  options: readonly (readonly [value: string, text: string])[];
  least?: true;
}

/** An index of many rows that can be searched, filtered and sorted. */
export interface Listing<T> {
  /** The section of its pages and the stem of their names. */
  section: Section;
  title: string;
  description: string;
  /** What its rows are: "certificates". */
  noun: string;
  /** How its rows are ordered: "the best evidenced first". */
  order: string;
  /** What the search looks at: "Name or issuer". */
  searched: string;
  columns: readonly Column[];
  choices: readonly Choice[];
  /** The column that the rows come sorted by, the greatest first. */
  sortedBy: string;
  /** A whole row; its first cell is its heading, and is what the search looks at. */
  row(one: T): Html;
}

/** Rows of a page: so many weigh less than 150 KB even where a server packs nothing. */
const PER_PAGE = 80;

/** The values of a choice, each once and sorted, with their words. */
export const valuesOf = (
  values: readonly string[],
  wordsOf = (value: string): string => value,
): [value: string, text: string][] => [...new Set(values)].sort().map((value) => [value, wordsOf(value)]);

const pathOf = ({ section }: Listing<never>, page: number): string =>
  page === 0 ? `${section}.html` : `${section}-${page + 1}.html`;

const moreOf = ({ section }: Listing<never>): string => `data/${section}-rows.js`;

const select = ({ name, label, options, least }: Choice): Html =>
  html`<label>${label}<select name="${name}"${least && html` data-least`}><option value="">Any</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>`;

const filters = ({
  title,
  searched,
  choices,
}: Listing<never>): Html => html`<form class="filters" id="filters" hidden role="search" aria-label="${title}">
<label class="wide">Search<input type="search" name="q" autocomplete="off" placeholder="${searched}"></label>
${choices.map(select)}
<button type="reset">Clear</button>
<p class="count" id="count" role="status"></p>
</form>`;

/** All pages by number; the script hides it on the first once it has brought the other rows. */
function pageLinks(listing: Listing<never>, page: number, pages: number): Value {
  if (pages < 2) return false;
  const link = (index: number) =>
    html`<li><a href="${pathOf(listing, index)}"${index === page && html` aria-current="page"`}>${index + 1}</a></li>`;
  return html`<nav class="pages" id="pages" aria-label="Pages of ${listing.noun}"><ul>${Array.from({ length: pages }, (_, index) => link(index))}</ul></nav>`;
}

function indexTable<T>(listing: Listing<T>, rows: readonly T[], all: number): Html {
  const { section, title, noun, columns, sortedBy } = listing;
  const caption = `${title}: ${columns.map(([, label]) => label).join(", ")}`;
  return scroller(
    title,
    html`<table id="${section}" class="index" data-all="${count(all)}" data-noun="${noun}" data-sort="${sortedBy}" data-more="${moreOf(listing)}"><caption class="hide">${caption}</caption>
<thead><tr>${columns.map(([key, label, kind]) => html`<th scope="col" data-key="${key}" data-kind="${kind}"${kind === "num" && html` class="num"`}>${label}</th>`)}</tr></thead>
<tbody>${rows.map(listing.row)}</tbody></table>`,
  );
}

/** Shown while the page is still read, so that nothing moves when the script at its end runs. */
const SHOW_FILTERS = trusted('<script>document.getElementById("filters").hidden = false;</script>');

const firstPage = <T>(
  listing: Listing<T>,
  standfirst: Html,
  rows: readonly T[],
  all: number,
  pages: number,
): Html => html`<header class="lead"><h1>${listing.title}</h1>
<p class="standfirst">${standfirst}</p></header>
${filters(listing)}${SHOW_FILTERS}
${indexTable(listing, rows, all)}
${pageLinks(listing, 0, pages)}
<p class="none" id="nothing" hidden>Nothing fits. Clear a filter.</p>`;

const laterPage = <T>(listing: Listing<T>, rows: readonly T[], all: number, page: number, pages: number): Html =>
  html`<header class="lead"><h1>${listing.title}, page ${page + 1} of ${pages}</h1>
<p class="standfirst">${listing.order}. To search, filter and sort them all: <a href="${pathOf(listing, 0)}">the first page</a>, with JavaScript.</p></header>
${indexTable(listing, rows, all)}
${pageLinks(listing, page, pages)}`;

/** The rows that the first page lacks, as the markup that the later pages hold. */
const rowsScript = <T>(listing: Listing<T>, rows: readonly T[]): string =>
  `certworthRows(${JSON.stringify(rows.map((one) => toMarkup(listing.row(one)).trim()).join("\n"))});\n`;

/** The pages of a listing, and the script that brings all its rows to the first. `rows` are in the order of `sortedBy`. */
export function* listingPages<T>(
  listing: Listing<T>,
  rows: readonly T[],
  standfirst: Html,
): Generator<Page | SiteFile> {
  const { section, title, description } = listing;
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  for (let page = 0; page < pages; page++) {
    const some = rows.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
    const first = page === 0;
    yield {
      path: pathOf(listing, page),
      title: first ? title : `${title}, page ${page + 1}`,
      description,
      section,
      body: first
        ? firstPage(listing, standfirst, some, rows.length, pages)
        : laterPage(listing, some, rows.length, page, pages),
      ...(first ? { script: SCRIPT } : {}),
    };
  }
  if (pages > 1) yield { path: moreOf(listing), text: rowsScript(listing, rows.slice(PER_PAGE)) };
}
