import { EXAMPLES } from "../explorer/examples.js";
import { explorerTables } from "../explorer/fill-file.js";
import { type Html, html, trusted } from "../html.js";
import { definePage } from "../page.js";

interface TableRow {
  table_name: string;
  columns: string[];
}

/** Runs while the page is still read: from disk the page says what to do, else room is kept for the form, so that nothing moves. */
const MAKE_ROOM = trusted(`<script>
const disk = location.protocol === "file:";
document.getElementById(disk ? "from-disk" : "explorer").hidden = false;
</script>`);

/** Loads the explorer's modules, which show the form; from disk a browser forbids that. */
const SCRIPT = `if (!disk) import("./explorer/app.js");
`;

const schema = (tables: readonly TableRow[]): Html =>
  html`<ul class="plain">${tables.map(
    ({ table_name, columns }) =>
      html`<li><details><summary><code>${table_name}</code></summary><p class="quiet">${columns.map((column) => html`<code>${column}</code> `)}</p></details></li>`,
  )}</ul>`;

/** Columns of the warehouse that the explorer's file leaves out, since they hold postings' texts. */
const LEFT_OUT: Record<string, readonly string[]> = {
  posting: ["title", "employer", "url"],
  mention: ["start", "end", "section", "surface", "evidence"],
};

const EVIDENCE_COLUMNS = "certificate_id requirement surface evidence title employer posted_on source url".split(" ");

export default definePage<{ tables: TableRow[] }>({
  title: "Explorer",
  queries: {
    tables: `SELECT table_name, list(column_name ORDER BY column_index) AS columns FROM duckdb_columns() WHERE schema_name = 'marts' GROUP BY table_name ORDER BY table_name`,
  },
  *render({ tables }, { quotes }) {
    const held = new Set(explorerTables(quotes));
    const shown = tables
      .filter(({ table_name }) => held.has(table_name))
      .map(({ table_name, columns }) => ({
        table_name,
        columns: columns.filter((column) => !LEFT_OUT[table_name]?.includes(column)),
      }));
    const all = quotes ? [...shown, { table_name: "evidence", columns: EVIDENCE_COLUMNS }] : shown;
    const body = html`<header class="lead"><h1>Explorer</h1>
<p class="standfirst">Ask the tables behind the site your own questions, in SQL. It runs in your browser: nothing that you type leaves it, and nothing can be changed.</p></header>
<noscript><p class="note">The explorer needs JavaScript. The <a href="downloads.html">downloads</a> hold the same tables.</p></noscript>
<p class="note" id="from-disk" hidden>A browser does not let a page on disk read a database. Run <code>certworth serve</code> and open the address that it prints, or take the tables from the <a href="downloads.html">downloads</a>.</p>
<form id="explorer" class="explorer awaited" hidden>
<div class="examples" role="group" aria-label="Examples">${EXAMPLES.map(({ label, sql }) => html`<button type="button" data-sql="${sql}">${label}</button>`)}</div>
<label for="sql">SQL query</label>
<textarea id="sql" rows="9" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="keys">${EXAMPLES[0]!.sql}</textarea>
<p class="quiet" id="keys">Ctrl+Enter runs it. The first run loads the database engine, about 35 MB, from this site.</p>
<p class="actions"><button type="submit" id="run">Run</button> <button type="button" id="csv" disabled>Download CSV</button></p>
<p id="status" role="status"></p>
<p id="fault" role="alert" class="down"></p>
</form>
${MAKE_ROOM}
<div id="result"></div>
<section class="trend" aria-labelledby="tables-h"><h2 id="tables-h">Tables</h2>
<p>Schema <code>marts</code>; <code>wilson_low(k, n)</code> and <code>wilson_high(k, n)</code> give the 95% interval of a share. The <a href="dictionary.html">data dictionary</a> says what each column means; texts of postings are not part of it${quotes && html`, but for the snippets that the site shows (<code>evidence</code>)`}.</p>
${schema(all)}</section>`;
    yield {
      path: "explorer.html",
      title: "Explorer",
      description: "SQL over the tables behind the site, in the browser.",
      section: "explorer",
      body,
      script: SCRIPT,
    };
  },
});
