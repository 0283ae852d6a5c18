import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { readSources, SourcesError } from "../pipelines/sources-file.js";
import { emptyFolder } from "./support/folder.js";

const written = (yaml: string): string => {
  const path = join(emptyFolder(), "sources.yaml");
  writeFileSync(path, yaml);
  return path;
};

test("the shipped sources are valid", () => {
  expect(readSources(packagePath("pipelines", "sources.yaml")).length).toBeGreaterThan(0);
});

test("a source has its defaults", () => {
  expect(readSources(written("- id: acme\n  platform: lever\n  board: acme\n"))).toEqual([
    { id: "acme", platform: "lever", board: "acme", enabled: true },
  ]);
});

test.each([
  ["a list is missing", "id: acme\n", /sources\.yaml:1: a list of sources is expected/],
  ["a bad id", "- id: Acme Inc\n  platform: lever\n  board: acme\n", /sources\.yaml:1: id: lower-case letters/],
  ["an unknown field", "- id: acme\n  platform: lever\n  board: acme\n  bord: x\n", /sources\.yaml:1: entry: .*bord/],
  [
    "an unknown platform",
    "- id: acme\n  board: acme\n  platform: levr\n",
    /sources\.yaml:3: platform: "levr" is not one of .*lever/,
  ],
  [
    "a wrong number",
    "- id: acme\n  platform: lever\n  board: acme\n  expect:\n    min: -1\n    max: 3\n",
    /sources\.yaml:5: expect\.min/,
  ],
  [
    "the same id twice",
    "- {id: a, platform: lever, board: a}\n- {id: a, platform: lever, board: b}\n",
    /sources\.yaml:2: id: "a" stands twice/,
  ],
  ["broken YAML", "- id: [acme\n", /sources\.yaml:\d+: /],
])("%s is named with its line", (_, yaml, message) => {
  expect(() => readSources(written(yaml))).toThrow(SourcesError);
  expect(() => readSources(written(yaml))).toThrow(message);
});
