import { countedNotice } from "./basis.js";
import { citation } from "./citation.js";
import { html, toMarkup, trusted } from "./html.js";
import { monthName } from "./numbers.js";
import type { Facts, Page, Section } from "./page.js";

const MENU: readonly [Section, string, string][] = [
  ["overview", "index.html", "Overview"],
  ["questions", "questions.html", "Questions"],
  ["certificates", "certificates.html", "Certificates"],
  ["skills", "skills.html", "Skills"],
  ["occupations", "occupations.html", "Occupations"],
  ["compare", "compare.html", "Compare"],
  ["signals", "signals.html", "Signals"],
  ["supply", "supply.html", "Supply"],
  ["quality", "quality.html", "Data quality"],
  ["methods", "methods.html", "Methods"],
  ["dictionary", "dictionary.html", "Dictionary"],
  ["explorer", "explorer.html", "Explorer"],
  ["downloads", "downloads.html", "Downloads"],
  ["attributions", "attributions.html", "Attributions"],
];

/** The sentence that every page of a simulated market carries. */
export const SIMULATED =
  "Simulated market: these figures come from the built-in demonstration and say nothing about the real world.";

/** `../` for each folder that the page lies below the root, so that the site works from a file and under any path. */
const upFrom = (path: string): string => "../".repeat(path.split("/").length - 1);

/** A whole document. */
export function renderDocument(page: Page, facts: Facts): string {
  const up = upFrom(page.path);
  const title = page.section === "overview" ? "certworth" : `${page.title} · certworth`;
  const document = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${page.description}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}style.css">
<link rel="alternate" type="application/atom+xml" title="certworth: signals" href="${up}feed.xml">
<link rel="alternate" type="application/feed+json" title="certworth: signals" href="${up}feed.json">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${facts.simulated && html`<aside class="simulated" aria-label="Simulated market">${SIMULATED}</aside>`}
${facts.counted && countedNotice(up)}
<header class="top">
<a class="brand" href="${up}index.html">certworth</a>
<nav aria-label="Site"><ul>${MENU.filter(([section]) => section !== "supply" || facts.supply).map(
    ([section, path, label]) =>
      html`<li><a href="${up}${path}"${section === page.section && html` aria-current="${page.path === path ? "page" : "true"}"`}>${label}</a></li>`,
  )}</ul></nav>
</header>
<main id="main" tabindex="-1">
${page.body}
</main>
<footer class="foot">
<p><strong>Postings are not vacancies, hires or worth.</strong> Online postings cover small employers and the trades badly, and many licences are implied and never named.
<a href="${up}methods.html">How each number is made</a>.</p>
<p>Data to ${monthName(facts.asOf)}. Build ${facts.builtFrom.slice(0, 16)}, extractor ${facts.extractor.slice(0, 16)}, taxonomy ${facts.taxonomy.slice(0, 16)}.</p>
${citation(page, facts)}
</footer>
${toMarkup(page.body).includes('<svg class="plot') && html`<script src="${up}charts.js" defer></script>`}
${page.script !== undefined && trusted(`<script>\n${page.script}</script>`)}
</body>
</html>
`;
  return `<!doctype html>\n${toMarkup(document)}`;
}
