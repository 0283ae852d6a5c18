// A result as a table for reading and as CSV for taking away.

// Rows that are shown; the CSV has all.
export const SHOWN = 500;

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const numbers = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });

function shown(value, kind) {
  if (value === null) return "–";
  if (kind !== "number") return value;
  return Number.isInteger(value) ? value.toLocaleString("en-GB") : numbers.format(value);
}

// The rows as a table in a box that a keyboard can scroll.
export function tableOf({ fields, rows }) {
  const box = element("div", undefined, { class: "scroller", role: "group", "aria-label": "Result", tabindex: "0" });
  const table = element("table");
  table.append(element("caption", "Result of the query"));
  const head = table.createTHead().insertRow();
  for (const { name, kind } of fields)
    head.append(element("th", name, { scope: "col", ...(kind === "number" ? { class: "num" } : {}) }));
  const body = table.createTBody();
  for (const row of rows.slice(0, SHOWN)) {
    const line = body.insertRow();
    for (const [index, value] of row.entries()) {
      const { kind } = fields[index];
      line.append(element("td", shown(value, kind), kind === "number" ? { class: "num" } : {}));
    }
  }
  box.append(table);
  return box;
}

// RFC 4180; text that a spreadsheet would run as a formula gets an apostrophe in front.
function cell(value) {
  if (value === null) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvOf = ({ fields, rows }) =>
  `${[fields.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

// Hands a text to the reader as a file.
export function download(text, name) {
  const link = element("a", undefined, { download: name });
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
