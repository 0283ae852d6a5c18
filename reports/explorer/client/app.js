// The explorer's page: examples, the query, its result as chart, table and CSV. Errors are said in words.
import { chartOf } from "./chart.js";
import { csvOf, download, SHOWN, tableOf } from "./result.js";

const [form, sql, status, fault, result, csv, button] = [
  "explorer",
  "sql",
  "status",
  "fault",
  "result",
  "csv",
  "run",
].map((id) => document.getElementById(id));
let last = null;

// Rows that are taken of a result: beyond, a browser's memory and a reader's patience end.
const MOST_ROWS = 100_000;

const count = (number) => number.toLocaleString("en-GB");

function summary({ rows, cut }, seconds) {
  const all = cut
    ? `the first ${count(MOST_ROWS)} rows`
    : `${count(rows.length)} ${rows.length === 1 ? "row" : "rows"}`;
  const more = rows.length > SHOWN ? `; the table shows the first ${SHOWN}, the CSV has them all` : "";
  return `${all} in ${seconds.toFixed(1)} s${more}`;
}

// The first lines of what DuckDB says: some errors come as JSON, and some go on for a page.
function wordsOf(message) {
  const [, inner] = /"exception_message":("(?:[^"\\]|\\.)*")/.exec(message) ?? [];
  const text = inner === undefined ? message : JSON.parse(inner);
  return text.split("\n").filter(Boolean).slice(0, 3).join(" ").slice(0, 400);
}

// What DuckDB says, with a hint where a reader meets a wall that is meant to be there.
function explain({ message }) {
  const text = wordsOf(message);
  if (/read-only|read only|Cannot execute statement of type/i.test(message))
    return `The tables can be read, not changed. (${text})`;
  if (/disabled by configuration|external access|locked|extension/i.test(message))
    return `Only the tables of this site can be read: no files, no addresses, no settings. (${text})`;
  if (/Failed to fetch|NetworkError|instantiate/i.test(message))
    return `The database could not be loaded from this site. Is the server still running? (${text})`;
  return text;
}

async function execute() {
  if (button.disabled) return;
  if (sql.value.trim() === "") {
    fault.textContent = "Write a query first, or take an example.";
    return;
  }
  button.disabled = true;
  csv.disabled = true;
  fault.textContent = "";
  status.textContent = last === null ? "Loading the database…" : "Running…";
  const started = performance.now();
  try {
    // The engine is loaded with the first query, not with the page.
    const { run } = await import("./database.js");
    last = await run(sql.value, MOST_ROWS);
    const chart = chartOf(last);
    result.replaceChildren(...(chart === null ? [] : [chart]), tableOf(last));
    status.textContent = summary(last, (performance.now() - started) / 1000);
    csv.disabled = last.fields.length === 0;
  } catch (error) {
    status.textContent = "";
    result.replaceChildren();
    fault.textContent = explain(error);
  } finally {
    button.disabled = false;
  }
}

for (const example of form.querySelectorAll("[data-sql]"))
  example.addEventListener("click", () => {
    sql.value = example.dataset.sql;
    execute();
  });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  execute();
});
sql.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  execute();
});
csv.addEventListener("click", () => download(csvOf(last), "certworth.csv"));
form.classList.remove("awaited");
