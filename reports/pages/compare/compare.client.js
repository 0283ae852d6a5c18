// The picker of the page Compare: up to five certificates, kept in the address after "#" ("?ids=" is read as well).
(() => {
  const MOST = 5;
  const form = document.getElementById("picker");
  const pick = document.getElementById("pick");
  const said = document.getElementById("said");
  const list = document.getElementById("chosen");
  const numbers = document.getElementById("numbers");
  const loaded = new Map();
  let names = [];
  let chosen = [];

  // Scripts of the site call these two: they work from disk too, where a page may fetch nothing.
  window.certworthNames = (all) => {
    names = all;
    document.getElementById("names").append(...all.map(([, name]) => new Option(name)));
  };
  window.certworthSeries = (series) => loaded.set(series.id, series);

  const load = (path) =>
    new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = path;
      script.onload = () => resolve(true);
      script.onerror = () => resolve(false);
      document.head.append(script);
    });

  const { percent } = comparison;
  const signed = (value) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(Math.abs(value) >= 9.95 ? 0 : 1)}%`;

  // A figure over its interval.
  function measured([value, low, high], written) {
    const cell = document.createDocumentFragment();
    const small = document.createElement("small");
    small.textContent = `${written(low)} to ${written(high)}`;
    cell.append(written(value), document.createElement("br"), small);
    return cell;
  }

  function cells(series) {
    const { recent, slope } = series;
    return [
      series.status,
      recent ? measured(recent, percent) : "not asked for",
      slope ? measured(slope, signed) : "insufficient evidence",
      Math.round(series.evidence).toLocaleString("en-GB"),
    ];
  }

  function row(parts, tag) {
    const line = document.createElement("tr");
    for (const [index, part] of parts.entries()) {
      const cell = document.createElement(index === 0 ? "th" : tag);
      if (index === 0 || tag === "th") cell.scope = tag === "th" ? "col" : "row";
      cell.append(part);
      if (index > 1) cell.className = "num";
      line.append(cell);
    }
    return line;
  }

  function link(series) {
    const anchor = document.createElement("a");
    anchor.href = `certificate/${series.id}.html`;
    anchor.textContent = series.name;
    return anchor;
  }

  function tabulate(all) {
    const table = document.createElement("table");
    const heads = ["Certificate", "Status", "Share, last 12 months", "Change a year", "Postings asking"];
    table.createTHead().append(row(heads, "th"));
    table.createTBody().append(...all.map((series) => row([link(series), ...cells(series)], "td")));
    numbers.replaceChildren(table);
    numbers.hidden = all.length === 0;
  }

  function chip(series) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Remove ${series.name}`;
    button.addEventListener("click", () => {
      choose(chosen.filter((id) => id !== series.id));
      pick.focus();
    });
    item.append(button);
    return item;
  }

  function draw(warning) {
    const all = chosen.map((id) => loaded.get(id));
    list.replaceChildren(...all.map(chip));
    const chart = comparison.draw(all);
    const place = document.getElementById("chart");
    place.replaceChildren(...(chart ? [chart] : []));
    place.classList.toggle("awaited", chart !== null);
    tabulate(all);
    const silent = all.filter((series) => series.points.length === 0).map((series) => series.name);
    const none = silent.length > 0 ? ` No posting asks for: ${silent.join(", ")}.` : "";
    said.textContent = `${all.length} of at most ${MOST} chosen.${none}${warning ? ` ${warning}` : ""}`;
  }

  async function choose(ids) {
    const known = new Set(names.map(([id]) => id));
    const wanted = [...new Set(ids)].filter((id) => known.has(id)).slice(0, MOST);
    await Promise.all(wanted.filter((id) => !loaded.has(id)).map((id) => load(`data/series/${id}.js`)));
    chosen = wanted.filter((id) => loaded.has(id));
    const strange = ids.filter((id) => id !== "" && !known.has(id));
    if (chosen.length > 0 || fromAddress().some(Boolean)) history.replaceState(null, "", `#ids=${chosen.join(",")}`);
    draw(strange.length > 0 ? `Not known: ${strange.join(", ")}.` : undefined);
  }

  /** The certificate whose name or id was typed, else the first whose name holds every word. */
  function find(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return undefined;
    const exact = names.find(([id, name]) => id === typed || name.toLowerCase() === typed.toLowerCase());
    return (exact ?? names.find(([, name]) => words.every((word) => name.toLowerCase().includes(word))))?.[0];
  }

  function add() {
    const id = find(pick.value.trim());
    if (id === undefined) {
      said.textContent = "No certificate has that name.";
      return;
    }
    if (chosen.length >= MOST && !chosen.includes(id)) {
      said.textContent = "Five are chosen: remove one first.";
      return;
    }
    pick.value = "";
    choose([...chosen, id]);
  }

  function fromAddress() {
    const state = new URLSearchParams(location.hash.slice(1));
    return (state.get("ids") ?? new URLSearchParams(location.search).get("ids") ?? "").split(",");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add();
  });
  form.addEventListener("reset", () => choose([]));
  window.addEventListener("hashchange", () => choose(fromAddress()));
  load("data/names.js").then(() => choose(fromAddress()));
})();
