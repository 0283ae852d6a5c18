// Draws the compared series as one SVG: shares from zero, a band for each line, each line named at its end.
// biome-ignore lint/correctness/noUnusedVariables: the script of the page, which follows in the same element, calls it
const comparison = (() => {
  const TOP = 24;
  const LEFT = 58;
  // Names stand beside the lines where there is room, else over them.
  const WIDE = { width: 960, height: 400, letters: 15, room: 300, longest: 34 };
  const PHONE = { width: 640, height: 480, letters: 26, room: 8, longest: 20 };
  const COLOURS = ["--blue", "--vermilion", "--green", "--purple", "--ink"];
  const SVG = "http://www.w3.org/2000/svg";

  const time = (date) => Date.parse(`${date}T00:00:00Z`);

  function make(name, attributes, text) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function percent(share) {
    const value = share * 100;
    const digits = value === 0 || value >= 9.95 ? 0 : value >= 0.995 ? 1 : value >= 0.0995 ? 2 : 3;
    return `${value.toFixed(digits)}%`;
  }

  /** A round step that divides the axis into three to six parts. */
  function step(top) {
    const raw = top / 4;
    const power = 10 ** Math.floor(Math.log10(raw));
    return [1, 2, 5, 10].find((times) => times * power >= raw) * power;
  }

  function scales(all, { width, height, letters, room }) {
    const points = all.flatMap((series) => series.points);
    const times = points.map(([date]) => time(date));
    const shares = points.map(([, share]) => share);
    const bounds = points.map(([, , , high]) => high);
    const top = Math.min(Math.max(...bounds) * 1.05, Math.max(...shares) * 2) || Math.max(...bounds);
    const from = Math.min(...times);
    const span = Math.max(...times) - from || 1;
    return {
      top,
      years: [new Date(from).getUTCFullYear(), new Date(from + span).getUTCFullYear()],
      x: (date) => LEFT + ((time(date) - from) / span) * (width - LEFT - room),
      y: (share) => TOP + (1 - Math.min(share, top) / top) * (height - TOP - letters * 1.8),
    };
  }

  function axes({ top, years, x, y }, { width, height, letters, room }) {
    const group = make("g", { fill: "var(--soft)", "font-size": letters * 0.93 });
    const each = step(top);
    for (let share = 0; share <= top; share += each) {
      group.append(
        make("line", {
          x1: 0,
          x2: width - room,
          y1: y(share),
          y2: y(share),
          stroke: share === 0 ? "var(--ink)" : "var(--rule)",
        }),
        make("text", { x: 2, y: y(share) - 4, "text-anchor": "start" }, `${Number((share * 100).toPrecision(3))}%`),
      );
    }
    const stride = Math.ceil((years[1] - years[0] + 1) / 6);
    for (let year = years[0]; year <= years[1]; year += stride) {
      const at = x(`${year}-01-01`);
      if (at >= 40) group.append(make("text", { x: at, y: height - 6, "text-anchor": "middle" }, String(year)));
    }
    return group;
  }

  function line({ points, trend }, colour, { x, y }) {
    const group = make("g", {});
    if (!trend) {
      for (const [date, share, low, high] of points)
        group.append(
          make("line", { x1: x(date), x2: x(date), y1: y(low), y2: y(high), stroke: colour, opacity: 0.5 }),
          make("circle", {
            cx: x(date),
            cy: y(share),
            r: 3.5,
            fill: "var(--paper)",
            stroke: colour,
            "stroke-width": 1.5,
          }),
        );
      return group;
    }
    const at = (index) => points.map((point) => `${x(point[0]).toFixed(1)} ${y(point[index]).toFixed(1)}`);
    group.append(
      make("path", { d: `M${[...at(3), ...at(2).reverse()].join("L")}Z`, fill: colour, opacity: 0.18 }),
      make("path", { d: `M${at(1).join("L")}`, fill: "none", stroke: colour, "stroke-width": 2.25 }),
    );
    return group;
  }

  const shortened = (name, longest) => (name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name);

  /** Each name stands at its line's end, moved up where it would cover the one below. */
  function labels(all, { x, y }, { width, letters, room, longest }) {
    const beside = room > 100;
    const group = make("g", { "font-size": letters, "font-weight": 600, "text-anchor": beside ? "start" : "end" });
    const raise = beside ? -letters * 0.35 : letters * 0.7;
    const ends = all
      .map((series, index) => ({ series, index, at: y(series.points.at(-1)[1]) - raise }))
      .sort((a, b) => b.at - a.at);
    for (const [place, end] of ends.entries())
      if (place > 0) end.at = Math.min(end.at, ends[place - 1].at - letters * 1.25);
    for (const { series, index, at } of ends) {
      const [date, share] = series.points.at(-1);
      const place = { x: beside ? x(date) + 12 : width - 4, y: Math.max(letters, at), fill: `var(${COLOURS[index]})` };
      const halo = { stroke: "var(--paper)", "stroke-width": 5, "paint-order": "stroke" };
      group.append(make("text", { ...place, ...halo }, `${shortened(series.name, longest)} ${percent(share)}`));
    }
    return group;
  }

  /** @returns the drawing, or null where no series has a point. */
  function draw(chosen) {
    const all = chosen.filter((series) => series.points.length > 0);
    if (all.length === 0) return null;
    const size = innerWidth <= 640 ? PHONE : WIDE;
    const scale = scales(all, size);
    const name = `Share of postings by quarter, in per cent: ${all.map((series) => series.name).join(", ")}`;
    const viewBox = `0 0 ${size.width} ${size.height}`;
    const svg = make("svg", { class: "plot comparison", viewBox, role: "img", "aria-label": name });
    svg.append(axes(scale, size));
    for (const [index, series] of all.entries()) svg.append(line(series, `var(${COLOURS[index]})`, scale));
    svg.append(labels(all, scale, size));
    return svg;
  }

  return { draw, percent };
})();
