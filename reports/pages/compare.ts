import { readFileSync } from "node:fs";
import { packagePath } from "../../models/package-root.js";
import { html, trusted } from "../html.js";
import { definePage, type Page, type SiteFile } from "../page.js";
import { SUMMARY_SQL, type Summary } from "../summary.js";
import { seriesScript } from "./compare/series.js";

const client = (name: string): string => readFileSync(packagePath("reports", "pages", "compare", name), "utf8");

const SCRIPT = ["chart.client.js", "compare.client.js"].map(client).join("\n");

/** Runs while the page is still read: room for what the address asks for, so that nothing moves when it comes. */
const MAKE_ROOM = trusted(`<script>
document.getElementById("picker").hidden = false;
document.getElementById("chart").classList.toggle("awaited", /ids=[^&]/.test(location.href));
</script>`);

/** The names that the picker offers, best evidenced first: [id, name]. */
const namesScript = (summaries: readonly Summary[]): string =>
  `certworthNames(${JSON.stringify(
    [...summaries]
      .sort((a, b) => (b.evidence ?? 0) - (a.evidence ?? 0))
      .map(({ certificate_id, name }) => [certificate_id, name]),
  )});\n`;

/** Up to five certificates on one scale. Their series are files of the site, loaded when they are asked for. */
export default definePage<{ summaries: Summary[] }>({
  title: "Compare",
  queries: { summaries: SUMMARY_SQL },
  *render({ summaries }): Generator<Page | SiteFile> {
    const body = html`<header class="lead"><h1>Compare certificates</h1>
<p class="standfirst">Up to five on one scale: the share of postings that ask, by quarter, each with its 95% interval. The address keeps the choice: copy it to share the view.</p></header>
<noscript><p>Comparing needs JavaScript. Without it, each certificate's page shows its own course: <a href="certificates.html">all certificates</a>.</p></noscript>
<form class="filters" id="picker" hidden><label class="wide">Add a certificate<input id="pick" name="pick" list="names" autocomplete="off" placeholder="Type a name, then Enter"></label><button type="submit">Add</button><button type="reset">Clear all</button><p class="count" id="said" role="status"></p></form>
<datalist id="names"></datalist>
<ul class="chosen" id="chosen" aria-label="Chosen certificates"></ul>
<div id="chart"></div>
<div class="scroller" id="numbers" role="group" aria-label="The numbers compared" tabindex="0" hidden></div>
${MAKE_ROOM}
<p class="quiet">Certificates may rest on different kinds of demand: named in postings, implied by skills, implied by the occupation. Rings that are not joined have too little evidence for a trend. <a href="methods.html">How each number is made</a>.</p>`;
    yield {
      path: "compare.html",
      title: "Compare",
      description: "Up to five certificates on one scale, with their intervals.",
      section: "compare",
      body,
      script: SCRIPT,
    };
    yield { path: "data/names.js", text: namesScript(summaries) };
    for (const summary of summaries)
      yield { path: `data/series/${summary.certificate_id}.js`, text: seriesScript(summary) };
  },
});
