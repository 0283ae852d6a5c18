import { readFileSync } from "node:fs";
import { packagePath } from "../../models/package-root.js";
import { type Html, html, toMarkup, trusted, type Value } from "../html.js";
import { count, monthName, percent, plural } from "../numbers.js";
import type { Facts } from "../page.js";
import { table } from "../parts.js";
import { SIMULATED } from "../shell.js";
import type { Audit } from "./audit.js";
import { MONTHS } from "./demand.js";
import { lineTable, suggestionText } from "./table.js";
import { type Call, FEWEST_ASKS, RULES } from "./verdict.js";
import { CALL_WORDS } from "./words.js";

const style = (): string =>
  ["style.css", "audit/audit.css"].map((file) => readFileSync(packagePath("reports", file), "utf8")).join("\n");

const CALLS = Object.keys(CALL_WORDS) as Call[];

const of = (audit: Audit, call: Call) => audit.lines.filter(({ verdict }) => verdict.call === call);

function head(audit: Audit, facts: Facts): Html {
  const names = audit.lines.length + audit.doubtful.length + audit.unmatched.length + audit.leftOut.length;
  return html`<header class="lead"><p class="crumb">certworth audit, data to ${monthName(facts.asOf)}</p>
<h1>What employers ask for, and what the list offers</h1>
<p class="standfirst">The list has ${plural(names, "name")}. ${count(audit.lines.length)} could be matched to a certificate and set beside job postings ${audit.place} of the last ${MONTHS} months.</p>
<dl class="figures">${CALLS.map((call) => html`<div><dt>${CALL_WORDS[call].label}</dt><dd>${count(of(audit, call).length)}</dd></div>`)}
<div><dt>For a person to settle</dt><dd>${count(audit.doubtful.length)}</dd></div><div><dt>No match</dt><dd>${count(audit.unmatched.length)}</dd></div></dl></header>`;
}

const settle = ({ doubtful }: Audit): Value =>
  doubtful.length > 0 &&
  html`<section aria-labelledby="settle"><h2 id="settle">For a person to settle <small>${count(doubtful.length)}</small></h2>
<p>These names may stand for several certificates, or are only somewhat like one. None was guessed. Write the right id, or none, into the file <code>to-settle.csv</code> and run the audit again with <code>--overrides to-settle.csv</code>.</p>
${table(
  "For a person to settle",
  ["On the list", "It may be"],
  doubtful.map(({ name, candidates }) => [
    name,
    html`<ul class="plain">${candidates.map(({ id, by, score }) => html`<li>${by} <small>(<code>${id}</code>, ${percent(score)} alike)</small></li>`)}</ul>`,
  ]),
)}</section>`;

const nameList = (id: string, heading: string, words: string, names: readonly { name: string }[]): Value =>
  names.length > 0 &&
  html`<section aria-labelledby="${id}"><h2 id="${id}">${heading} <small>${count(names.length)}</small></h2><p>${words}</p>
<p>${names.map(({ name }) => name).join(" · ")}</p></section>`;

const lacks = ({
  lacks,
}: Audit): Html => html`<section aria-labelledby="lacks"><h2 id="lacks">What the list does not have</h2>
<p>The certificates that postings name most in the career clusters of the list. Being asked for is one reason to offer a certificate, not the only one.</p>
${
  lacks.length === 0
    ? html`<p class="none">In these clusters no other certificate is named in ${String(FEWEST_ASKS)} postings or more.</p>`
    : table(
        "What the list does not have",
        ["Career cluster", "Named most"],
        lacks.map(({ cluster, certificates }) => [
          cluster,
          html`<ul class="plain">${certificates.map((one) => html`<li>${suggestionText(one)}</li>`)}</ul>`,
        ]),
      )
}</section>`;

const rules = (): Html => html`<section aria-labelledby="rules"><h2 id="rules">How this was decided</h2>
<ol>${RULES.map(([call, rule]) => html`<li><strong>${CALL_WORDS[call].label}.</strong> ${rule}</li>`)}</ol>
<p>The first rule that fits decides. Where too few postings of the region ask, all regions are used and the page says so. The course of demand is always that of all regions. The confidence of a match says how much of the name speaks for it; it is no probability. Supply against demand compares the certificates of this list with each other, at least 10 earned and 30 asked for.</p>
<p><strong>What this is not.</strong> Postings are not vacancies, hires or worth. Small employers and the trades post little online, and many licences are needed but never named. Ask local employers before you close a course, and let no student choose by demand alone.</p></section>`;

/** One self-contained page for a board meeting: no script, no request, prints light. */
export function auditPage(audit: Audit, facts: Facts): string {
  const document = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Certificates on the list and what employers ask for · certworth</title>
<link rel="icon" href="data:,">
${trusted(`<style>\n${style()}</style>`)}
</head>
<body class="audit">
${facts.simulated && html`<aside class="simulated" aria-label="Simulated market">${SIMULATED}</aside>`}
<main>
${head(audit, facts)}
${CALLS.map((call) => lineTable(call, of(audit, call)))}
${settle(audit)}
${nameList("unmatched", "No match", "Nothing in the taxonomy is like these names, so nothing is said of them.", audit.unmatched)}
${nameList("left-out", "Left out", "A person said that these are no certificates of the taxonomy.", audit.leftOut)}
${lacks(audit)}
${rules()}
</main>
<footer class="foot"><p>certworth, data to ${monthName(facts.asOf)}. Build ${facts.builtFrom.slice(0, 16)}, extractor ${facts.extractor.slice(0, 16)}, taxonomy ${facts.taxonomy.slice(0, 16)}.</p></footer>
</body>
</html>
`;
  return `<!doctype html>\n${toMarkup(document)}`;
}
