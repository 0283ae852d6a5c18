import { html } from "../html.js";
import { count } from "../numbers.js";
import { definePage } from "../page.js";
import { table } from "../parts.js";

interface Column {
  table_name: string;
  table_comment: string | null;
  rows: number | null;
  column_name: string;
  data_type: string;
  comment: string | null;
}

const COLUMNS_SQL = `
  SELECT t.table_name, t.comment AS table_comment, t.estimated_size::DOUBLE AS rows, c.column_name, c.data_type, c.comment
  FROM duckdb_columns() c JOIN duckdb_tables() t USING (schema_name, table_name)
  WHERE schema_name = 'marts' ORDER BY t.table_name, c.column_index`;

/** Every table and column of the marts, as the warehouse itself describes them. */
export default definePage<{ columns: Column[] }>({
  title: "Data dictionary",
  queries: { columns: COLUMNS_SQL },
  *render({ columns }) {
    const names = [...new Set(columns.map(({ table_name }) => table_name))];
    const section = (name: string) => {
      const own = columns.filter(({ table_name }) => table_name === name);
      const first = own[0]!;
      return html`<section class="trend" id="${name}" aria-labelledby="${name}-h"><h2 id="${name}-h"><code>${name}</code></h2>
<p>${first.table_comment}${first.rows !== null && html` <small>${count(first.rows)} rows.</small>`}</p>
${table(
  `Columns of ${name}`,
  ["Column", "Type", "Meaning"],
  own.map((column) => [
    html`<code>${column.column_name}</code>`,
    html`<code>${column.data_type}</code>`,
    column.comment ?? "",
  ]),
)}</section>`;
    };
    const body = html`<header class="lead"><h1>Data dictionary</h1><p class="standfirst">The tables behind the site: schema <code>marts</code> of the warehouse, for analysts.</p>
<ul class="toc">${names.map((name) => html`<li><a href="#${name}"><code>${name}</code></a></li>`)}</ul></header>${names.map(section)}`;
    yield {
      path: "dictionary.html",
      title: "Data dictionary",
      description: "Every table and column of the marts.",
      section: "dictionary",
      body,
    };
  },
});
