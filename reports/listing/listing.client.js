// Search, filters and sorting of a listing. Their state is kept in the address after "#", so that a link keeps the view.
(() => {
  const form = document.getElementById("filters");
  const table = document.querySelector("table.index");
  const pages = document.getElementById("pages");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  let rows = [...body.rows];
  let words = rows.map((row) => row.cells[0].textContent.toLowerCase());
  const { all, noun, sort: first, more } = table.dataset;
  // As the table comes: the greatest first.
  const asItComes = `-${first}`;
  let sort = first;
  let down = true;

  const current = () => (down ? "-" : "") + sort;

  const columnOf = (key) => heads.findIndex((head) => head.dataset.key === key);
  const cell = (row, index) => row.cells[index].dataset.v ?? row.cells[index].textContent;
  const choices = [...form.elements].filter(({ tagName }) => tagName === "SELECT");

  // A choice is a property of the row, or the least figure of the column of its name.
  const fits = (row, { name, value, dataset }) =>
    value === "" ||
    (dataset.least === undefined ? row.dataset[name] === value : Number(cell(row, columnOf(name))) >= Number(value));

  function shown(row, index, wanted) {
    if (!choices.every((choice) => fits(row, choice))) return false;
    return (wanted.q ?? "")
      .toLowerCase()
      .split(/\s+/)
      .every((word) => words[index].includes(word));
  }

  function filter() {
    const wanted = Object.fromEntries(new FormData(form));
    let count = 0;
    for (const [index, row] of rows.entries()) {
      row.hidden = !shown(row, index, wanted);
      if (!row.hidden) count++;
    }
    const waiting = pages && !pages.hidden ? ": search, filter or sort to see the rest" : "";
    document.getElementById("count").textContent = `${count} of ${all} ${noun}${waiting}`;
    document.getElementById("nothing").hidden = count > 0;
  }

  function order() {
    const index = columnOf(sort);
    const numeric = heads[index].dataset.kind === "num";
    const compare = (a, b) => {
      const left = cell(a, index);
      const right = cell(b, index);
      // What was not measured stays at the end, whichever way the rest is sorted.
      if (numeric && (left === "" || right === "")) return (left === "") - (right === "");
      return (numeric ? left - right : left.localeCompare(right, "en")) * (down ? -1 : 1);
    };
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[index].setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...[...rows].sort(compare));
  }

  function remember() {
    const state = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) state.set(name, value);
    if (current() !== asItComes) state.set("sort", current());
    history.replaceState(null, "", `#${state}`);
  }

  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) if (field.name) field.value = state.get(field.name) ?? "";
    const wanted = state.get("sort") ?? asItComes;
    const key = wanted.replace("-", "");
    if (!heads.some((head) => head.dataset.key === key && head.dataset.kind)) return;
    sort = key;
    down = wanted.startsWith("-");
  }

  function pick(head) {
    bringAll();
    const numeric = head.dataset.kind === "num";
    down = sort === head.dataset.key ? !down : numeric;
    sort = head.dataset.key;
    order();
    remember();
  }

  // The rows that this page lacks come as a script of the site, which works from disk too, once somebody looks for them.
  window.certworthRows = (markup) => {
    body.insertAdjacentHTML("beforeend", markup);
    rows = [...body.rows];
    words = rows.map((row) => row.cells[0].textContent.toLowerCase());
    pages.hidden = true;
    filter();
    order();
  };

  let asked = pages === null;
  function bringAll() {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = more;
    document.head.append(script);
  }

  for (const head of heads.filter(({ dataset }) => dataset.kind)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => pick(head));
    head.replaceChildren(button);
  }
  form.addEventListener("focusin", bringAll);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    filter();
    remember();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      filter();
      remember();
    }),
  );
  window.addEventListener("hashchange", () => {
    bringAll();
    recall();
    filter();
    order();
  });
  recall();
  if (location.hash.length > 1) bringAll();
  filter();
  order();
})();
