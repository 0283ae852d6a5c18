/* Offers each chart as SVG and PNG. Works from a file, without a request; the chart itself needs no script. */
(() => {
  const WIDTH = 640;
  const HEAD = 44;
  const FOOT = 34;
  const NS = "http://www.w3.org/2000/svg";
  const PAINTS = ["fill", "stroke", "stroke-width", "opacity"];

  /** A chart names colours of the style sheet, which a file of its own does not have: put in what the page shows. */
  function settle(from, to) {
    const style = getComputedStyle(from);
    for (const paint of PAINTS) to.setAttribute(paint, style.getPropertyValue(paint));
    if (from.localName === "text") {
      to.setAttribute("font-size", from.closest(".plot.small") ? "10px" : "14px");
      to.setAttribute("font-weight", style.fontWeight);
    }
    for (const [index, child] of [...from.children].entries()) settle(child, to.children[index]);
  }

  function line(text, y, size, weight, colour) {
    const element = document.createElementNS(NS, "text");
    const set = { x: 8, y, "font-size": size, "font-weight": weight, fill: colour, "text-anchor": "start" };
    for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  }

  const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

  /** The chart between its title and axis above, and its source and edition below. */
  function picture(chart, axis) {
    const [, , width, height] = chart.getAttribute("viewBox").split(" ").map(Number);
    const scale = WIDTH / width;
    const total = Math.round(height * scale) + HEAD + FOOT;
    const colours = getComputedStyle(document.body);
    const svg = document.createElementNS(NS, "svg");
    const title = chart.querySelector("title")?.textContent ?? chart.getAttribute("aria-label") ?? document.title;
    const inner = chart.cloneNode(true);
    settle(chart, inner);
    for (const [name, value] of Object.entries({ x: 0, y: HEAD, width: WIDTH, height: height * scale }))
      inner.setAttribute(name, value);
    for (const name of ["class", "role", "aria-labelledby", "aria-label"]) inner.removeAttribute(name);
    const set = {
      xmlns: NS,
      width: WIDTH,
      height: total,
      viewBox: `0 0 ${WIDTH} ${total}`,
      "font-family": "sans-serif",
    };
    for (const [name, value] of Object.entries(set)) svg.setAttribute(name, value);
    const paper = document.createElementNS(NS, "rect");
    for (const [name, value] of Object.entries({ width: WIDTH, height: total, fill: colours.backgroundColor }))
      paper.setAttribute(name, value);
    const cite = document.getElementById("cite")?.textContent ?? "certworth";
    const heading = cut(title, 84);
    const [source, page] = cite.split(": ");
    const ink = colours.color;
    svg.append(paper, line(heading, 18, 14, 600, ink), line(cut(axis, 100), 36, 12, 400, ink), inner);
    svg.append(line(cut(source, 110), total - 19, 11, 400, ink), line(cut(page ?? "", 110), total - 5, 11, 400, ink));
    return svg;
  }

  const asText = (svg) => new XMLSerializer().serializeToString(svg);

  function save(url, name) {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  }

  function saveSvg(svg, name) {
    const url = URL.createObjectURL(new Blob([asText(svg)], { type: "image/svg+xml" }));
    save(url, `${name}.svg`);
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  /** Drawn at twice its size, so that it stays sharp on paper. A data address keeps the canvas readable from a file. */
  function savePng(svg, name) {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * Number(svg.getAttribute("width"));
      canvas.height = 2 * Number(svg.getAttribute("height"));
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      save(canvas.toDataURL("image/png"), `${name}.png`);
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asText(svg))}`;
  }

  function button(label, title, work) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = label;
    element.setAttribute("aria-label", `${label}: ${title}`);
    element.addEventListener("click", work);
    return element;
  }

  const page = location.pathname.split("/").pop().replace(".html", "");
  document.querySelectorAll("svg.plot").forEach((chart, index) => {
    const panel = chart.closest(".panel")?.querySelector("h3");
    const axis =
      chart.closest("figure")?.querySelector("figcaption")?.textContent ??
      `Share of postings by year, from zero${panel ? `: ${panel.textContent}` : ""}`;
    const title = chart.querySelector("title")?.textContent ?? chart.getAttribute("aria-label") ?? `chart ${index + 1}`;
    const name = `certworth-${page}-${index + 1}`;
    const bar = document.createElement("p");
    bar.className = "save";
    bar.append(
      button("SVG", title, () => saveSvg(picture(chart, axis), name)),
      button("PNG", title, () => savePng(picture(chart, axis), name)),
    );
    const figure = chart.closest("figure");
    if (figure) figure.append(bar);
    else chart.after(bar);
  });
})();
