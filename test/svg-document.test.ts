import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { SvgDocument } from "../reports/charts/svg-document.js";

const points = [
  { at: new Date("2024-01-01"), share: 0.1, name: 'A & "B" <b>' },
  { at: new Date("2025-01-01"), share: 0.3, name: "two\u00a0words" },
  { at: new Date("2026-01-01"), share: 0.2, name: "two\nlines" },
];
const place = { x: "at", y: "share" };

/** Each mark and option that the site's charts use. */
const drawn = (document: unknown): string =>
  Plot.plot({
    document: document as never,
    width: 640,
    className: "plot",
    x: { type: "utc", insetLeft: 74 },
    y: { domain: [0, 0.4] },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--rule)" }),
      Plot.axisY({ ticks: 4, label: null, textAnchor: "start", tickFormat: (share: number) => `${share * 100}%` }),
      Plot.axisX([points[0]!.at], { label: null, tickFormat: String }),
      Plot.ruleY([0]),
      Plot.ruleX(points, { x: "at", y1: 0, y2: "share", strokeDasharray: "3 4", clip: true }),
      Plot.areaY(points, { x: "at", y1: 0, y2: "share", z: null, fill: "var(--blue)", clip: true }),
      Plot.lineY(points, { ...place, stroke: "var(--blue)", strokeLinejoin: "round" }),
      Plot.dot(points, { ...place, r: 3.5, className: "ring" }),
      Plot.text(points, { ...place, text: "name", dx: 10, frameAnchor: "top", stroke: "var(--paper)" }),
    ],
  }).innerHTML.replaceAll(/plot-clip-\d+/g, "clip");

test("a chart is written as a whole DOM writes it", () => {
  const markup = drawn(new SvgDocument());
  expect(markup).toContain("&amp;");
  expect(markup).toBe(drawn(new JSDOM("").window.document));
});

test("to insert elsewhere than at the end is refused, never done wrongly", () => {
  const { documentElement } = new SvgDocument();
  const first = documentElement.appendChild(new SvgDocument().createElementNS("", "g"));
  expect(() => documentElement.insertBefore(first, first as never)).toThrow("can only append");
});
