// A result drawn simply: a line where the first column is a date, bars where it is text. Columns `<x>_low` and `<x>_high` are
// the interval of `<x>`, or of the first number, and are drawn with it. The scale starts at zero.

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 640;
const MOST_BARS = 20;

function mark(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// What is drawn: places of the label, the value and the ends of its interval; null where a result is not of that shape.
function shapeOf({ fields, rows }) {
  const value = fields.findIndex(({ kind }, index) => index > 0 && kind === "number");
  if (fields.length < 2 || value < 0 || fields[0].kind === "number" || rows.length < 2) return null;
  const stem = fields[value].name;
  const end = (which) =>
    fields.findIndex(({ name }) => name === `${stem}_${which}` || name === `${stem.split("_")[0]}_${which}`);
  return { value, low: end("low"), high: end("high"), dated: fields[0].kind === "date" };
}

const short = (number) => new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 }).format(number);

function scaleOf(rows, { value, low, high }) {
  const ends = rows.flatMap((row) => [row[value], row[low], row[high]]).filter((end) => typeof end === "number");
  const [bottom, top] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return { bottom, top: top === bottom ? bottom + 1 : top };
}

function bars(rows, shape, { bottom, top }) {
  const at = (value) => 240 + ((value - bottom) / (top - bottom)) * (WIDTH - 310);
  return rows.slice(0, MOST_BARS).flatMap((row, index) => {
    const y = 8 + index * 24;
    const value = row[shape.value];
    const label = String(row[0] ?? "–");
    const text = mark(
      "text",
      { x: 232, y: y + 13, "text-anchor": "end" },
      label.length > 34 ? `${label.slice(0, 33)}…` : label,
    );
    if (value === null) return [text];
    const [from, to] = [at(0), at(value)].sort((a, b) => a - b);
    const drawn = [text, mark("rect", { x: from, y, width: Math.max(1, to - from), height: 16, fill: "var(--blue)" })];
    const [low, high] = [row[shape.low], row[shape.high]];
    if (typeof low === "number" && typeof high === "number")
      drawn.push(mark("path", { d: `M${at(low)},${y + 8}H${at(high)}`, stroke: "var(--ink)", "stroke-width": 2 }));
    drawn.push(
      mark("text", { x: Math.max(to, at(high >= 0 || high < 0 ? high : value)) + 6, y: y + 13 }, short(value)),
    );
    return drawn;
  });
}

function line(rows, shape, { bottom, top }) {
  const days = rows.map((row) => Date.parse(row[0]));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = (day) => 10 + ((day - first) / Math.max(1, last - first)) * (WIDTH - 90);
  const y = (value) => 230 - ((value - bottom) / (top - bottom)) * 210;
  const points = (place) =>
    rows.map((row, index) => [days[index], row[place]]).filter(([, value]) => typeof value === "number");
  const path = (list) => list.map(([day, value]) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`).join("L");
  const drawn = [mark("path", { d: `M10,${y(0)}H${WIDTH - 80}`, stroke: "var(--ink)" })];
  const [low, high] = [points(shape.low), points(shape.high)];
  if (low.length > 1)
    drawn.push(mark("path", { d: `M${path(low)}L${path(high.toReversed())}Z`, fill: "var(--blue)", opacity: 0.2 }));
  const all = points(shape.value);
  if (all.length === 0) return drawn;
  drawn.push(mark("path", { d: `M${path(all)}`, fill: "none", stroke: "var(--blue)", "stroke-width": 2 }));
  const [day, value] = all.at(-1);
  drawn.push(mark("text", { x: x(day) + 6, y: y(value) + 5 }, short(value)));
  drawn.push(
    mark("text", { x: 10, y: 252 }, rows[0][0]),
    mark("text", { x: WIDTH - 80, y: 252, "text-anchor": "end" }, rows.at(-1)[0]),
  );
  drawn.push(mark("text", { x: 10, y: 14 }, short(top)));
  return drawn;
}

// The chart, or null where the result has no shape that could be drawn.
export function chartOf(result) {
  const shape = shapeOf(result);
  if (shape === null) return null;
  const rows = shape.dated ? result.rows.filter((row) => row[0] !== null) : result.rows;
  if (rows.length < 2) return null;
  const { name } = result.fields[shape.value];
  const height = shape.dated ? 260 : 16 + Math.min(rows.length, MOST_BARS) * 24;
  const svg = mark("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "plot", role: "img", fill: "currentColor" });
  svg.setAttribute("aria-label", `${name} by ${result.fields[0].name}; the table below has the numbers`);
  svg.append(...(shape.dated ? line : bars)(rows, shape, scaleOf(rows, shape)));
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = `${name} by ${result.fields[0].name}${shape.low >= 0 ? ", with its interval" : ""}`;
  figure.append(caption, svg);
  return figure;
}
