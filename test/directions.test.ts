import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../models/package-root.js";

/** Which room may import which: the arrows of the architecture. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  models: [],
  extractors: ["models"],
  warehouse: ["models"],
  reports: ["models"],
  pipelines: ["models", "extractors", "warehouse", "reports"],
};

const files = Object.keys(MAY_IMPORT).flatMap((room) =>
  readdirSync(join(packageRoot, room), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(packageRoot, room, name)),
);

const importsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map((match) =>
    resolve(dirname(file), (match[1] ?? "").replace(/\.js$/, ".ts")),
  );

const graph = new Map(files.map((file) => [file, importsOf(file)]));
const short = (file: string): string => relative(packageRoot, file);

test("there is something to check", () => {
  expect(files.length).toBeGreaterThan(50);
  expect([...graph.values()].flat().length).toBeGreaterThan(100);
});

test("no room imports a room it may not", () => {
  const wrong = [...graph].flatMap(([from, targets]) => {
    const room = short(from).split("/")[0] ?? "";
    return targets
      .filter((to) => short(to).split("/")[0] !== room && !MAY_IMPORT[room]?.includes(short(to).split("/")[0] ?? ""))
      .map((to) => `${short(from)} -> ${short(to)}`);
  });
  expect(wrong).toEqual([]);
});

test("extractors touch no file, network, database or clock", () => {
  const wrong = files
    .filter((file) => short(file).startsWith("extractors/"))
    .filter((file) =>
      /from "node:(?!crypto)|duckdb|\bfetch\(|Date\.now|new Date\(\)|performance\.now/.test(readFileSync(file, "utf8")),
    );
  expect(wrong.map(short)).toEqual([]);
});

test("imports make no circle", () => {
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      circles.push([...path.slice(path.indexOf(file)), file].map(short).join(" -> "));
      return;
    }
    state.set(file, "open");
    for (const to of graph.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
