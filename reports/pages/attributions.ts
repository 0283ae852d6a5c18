import { html } from "../html.js";
import { definePage } from "../page.js";

export default definePage<Record<string, never>>({
  title: "Attributions",
  queries: {},
  *render(_rows, facts) {
    const lines = facts.attributions;
    const body = html`<header class="lead"><h1>Attributions</h1><p class="standfirst">Whose work this rests on.</p></header>
<div class="prose">
<h2>Data</h2>
${lines.length === 0 ? html`<p>No licensed data set was loaded into this build.</p>` : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}
<p>The texts of postings are their employers'. The site quotes at most 160 characters of one, to show what was counted. Names of certificates are marks of their issuers, who have no part in this site.</p>
<h2>Methods</h2>
<ul>
<li>Interval of a share: E. B. Wilson, 1927. Slope: H. Theil, 1950, and P. K. Sen, 1968. Trend test: H. B. Mann, 1945, and M. G. Kendall. Many tests at once: Y. Benjamini and Y. Hochberg, 1995.</li>
<li>Occupations: Standard Occupational Classification 2018, US Bureau of Labor Statistics. Career clusters: the National Career Clusters framework.</li>
<li>Colours: after M. Okabe and K. Ito's palette for all kinds of colour vision.</li>
</ul>
<h2>Software</h2>
<p>Charts are drawn with Observable Plot, tables come from DuckDB. The explorer runs DuckDB-Wasm (MIT) and Apache Arrow (Apache-2.0) in your browser, from this site. The site makes no request to anyone else.</p>
</div>`;
    yield {
      path: "attributions.html",
      title: "Attributions",
      description: "Whose data, methods and software this rests on.",
      section: "attributions",
      body,
    };
  },
});
