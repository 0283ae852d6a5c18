import { EXPORTS, LEFT_OUT } from "../export-tables.js";
import { type Html, html } from "../html.js";
import { plural } from "../numbers.js";
import { citationOf, definePage } from "../page.js";
import { table } from "../parts.js";

interface Size {
  table_name: string;
  rows: number;
}

/** A name of words joined by "_", which a narrow column may break after one. */
const breakable = (name: string): Html =>
  html`${name.split("_").map((word, index) => (index === 0 ? word : html`_<wbr>${word}`))}`;

export default definePage<{ sizes: Size[] }>({
  title: "Downloads",
  queries: {
    sizes: "SELECT table_name, estimated_size::DOUBLE AS rows FROM duckdb_tables() WHERE schema_name = 'marts'",
  },
  *render({ sizes }, facts) {
    const rows = new Map(sizes.map(({ table_name, rows }) => [table_name, rows]));
    const links = (name: string) =>
      html`<a href="downloads/${name}.csv">CSV</a> · <a href="downloads/${name}.parquet">Parquet</a> · <a href="downloads/${name}.schema.json">Schema</a>`;
    const listed = EXPORTS.filter(({ name }) => rows.has(name));
    const body = html`<header class="lead"><h1>Downloads</h1><p class="standfirst">The tables behind the site. Columns are explained in the <a href="dictionary.html">data dictionary</a>.</p></header>
${table(
  "Tables",
  ["Table", "Files"],
  listed.map(({ name, holds }) => [
    html`<code>${breakable(name)}</code><br><small>${holds}; ${plural(rows.get(name) ?? 0, "row")}</small>`,
    links(name),
  ]),
  [1],
)}
<div class="prose">
<p><a href="explorer.duckdb">explorer.duckdb</a> holds these tables in one DuckDB file, for the <a href="explorer.html">explorer</a> or your own <code>duckdb</code>. A schema is JSON: what the table holds, its key, and each column with type and meaning.</p>
<p>CSV files are UTF-8 with a header line; lists are written as JSON. The CSV files of the two tables by scope and month hold the scopes all, entry and internship; their Parquet files hold occupation groups and regions too. A cell that a spreadsheet would take for a formula starts with an apostrophe.</p>
<h2>What is not offered</h2>
<ul>${Object.entries(LEFT_OUT).map(([name, why]) => html`<li><code>${name}</code>: ${why}</li>`)}</ul>
<h2>To cite</h2>
<p>${citationOf(facts)}</p>
<p class="quiet">An edition is named by the last month of its data; the build tells two editions of one month apart.</p>
</div>`;
    yield {
      path: "downloads.html",
      title: "Downloads",
      description: "The tables behind the site as CSV and Parquet, each with its schema.",
      section: "downloads",
      body,
    };
  },
});
