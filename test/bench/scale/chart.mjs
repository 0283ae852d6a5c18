const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [300, 220, 60, 40, 40];
const COLOURS = ["#1f5f99", "#b3541e", "#3b7d3b"];

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const short = (n) => (n >= 1e6 ? `${n / 1e6} M` : n >= 1e3 ? `${n / 1e3} k` : String(Number(n.toPrecision(2))));
const decades = (low, high) => {
  const [from, to] = [
    Math.floor(Math.log10(low)),
    Math.max(Math.ceil(Math.log10(high)), Math.floor(Math.log10(low)) + 1),
  ];
  return Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at));
};

/** One panel: lines of points over the number of postings, both axes by powers of ten, so that what is linear rises by 45 degrees. */
const panel = (title, unit, rows, lines, at) => {
  const all = rows.flatMap((row) => lines.map(({ of }) => of(row)));
  const [across, up] = [decades(...extent(rows.map(({ postings }) => postings))), decades(...extent(all))];
  const place = (ticks, value, size) =>
    ((Math.log10(value) - Math.log10(ticks[0])) / (Math.log10(ticks.at(-1)) - Math.log10(ticks[0]))) * size;
  const x = (value) => LEFT + place(across, value, WIDTH - LEFT - 10);
  const y = (value) => HEIGHT - BOTTOM - place(up, value, HEIGHT - TOP - BOTTOM);
  const grid = [
    ...up.map(
      (v) =>
        `<path d="M${LEFT} ${y(v)}H${WIDTH - 10}" stroke="#ddd"/><text x="${LEFT - 6}" y="${y(v) + 4}" text-anchor="end">${short(v)}</text>`,
    ),
    ...across.map((v) => `<text x="${x(v)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${short(v)}</text>`),
  ];
  const drawn = lines.map(({ name, of }, index) => {
    const points = rows.map((row) => `${x(row.postings).toFixed(1)},${y(of(row)).toFixed(1)}`);
    const dots = points
      .map((point) => `<circle cx="${point.split(",")[0]}" cy="${point.split(",")[1]}" r="3"/>`)
      .join("");
    return `<g fill="${COLOURS[index]}"><polyline points="${points.join(" ")}" fill="none" stroke="${COLOURS[index]}" stroke-width="2"/>${dots}<text x="${LEFT + 8}" y="${TOP + 8 + 14 * index}">${escaped(name)}</text></g>`;
  });
  return `<g transform="translate(${at * WIDTH} 0)"><text x="${LEFT}" y="20" font-weight="bold">${escaped(`${title}, ${unit}`)}</text>${grid.join("")}${drawn.join("")}</g>`;
};

const extent = (numbers) => [Math.min(...numbers), Math.max(...numbers)];

/** Time, memory and disk against the number of postings, as one SVG. */
export const chartOf = (rows) => {
  const verbs = ["extract", "aggregate", "build"];
  const of = (fact) => verbs.map((name) => ({ name, of: (row) => Math.max(row[name][fact], 0.01) }));
  const disk = ["postings", "extractions", "warehouse"].map((name) => ({ name, of: (row) => row.disk[name] / 1e6 }));
  const panels = [
    panel("Processor time", "s", rows, of("cpu"), 0),
    panel("Memory at most", "MB", rows, of("megabytes"), 1),
    panel("Disk", "MB", rows, disk, 2),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${3 * WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img"><title>Cost against the number of postings</title><rect width="100%" height="100%" fill="#fff"/>${panels.join("")}<text x="${1.5 * WIDTH}" y="${HEIGHT - 4}" text-anchor="middle">postings</text></svg>\n`;
};
