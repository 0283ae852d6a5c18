import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { platforms } from "../pipelines/sources/index.js";
import { INDUSTRIES, markVerified, readSources, SourcesError } from "../pipelines/sources-file.js";
import { emptyFolder } from "./support/folder.js";

const SHIPPED = packagePath("pipelines", "sources.yaml");

const written = (yaml: string): string => {
  const path = join(emptyFolder(), "sources.yaml");
  writeFileSync(path, yaml);
  return path;
};

describe("the shipped sources", () => {
  const sources = readSources(SHIPPED);
  const enabled = sources.filter((source) => source.enabled);
  const shareOf = (industry: string): number =>
    enabled.filter((source) => source.industry === industry).length / enabled.length;

  test("are many, of every industry and mostly not software", () => {
    expect(enabled.length).toBeGreaterThanOrEqual(300);
    expect(new Set(sources.map((source) => source.industry))).toEqual(new Set(INDUSTRIES));
    expect(shareOf("software")).toBeLessThan(0.35);
  });

  test("say how many postings to expect, and that no run has seen them unless one has", () => {
    expect(sources.filter((source) => source.expect === undefined).map(({ id }) => id)).toEqual([]);
    expect(sources.find(({ id }) => id === "stripe")?.expect).toEqual({ min: 100, max: 1500 });
  });

  test("ask no platform that is off by default", () => {
    const off = enabled.filter((source) => platforms.get(source.platform)?.enabledByDefault === false);
    expect(off.map(({ id, platform }) => `${id}: ${platform}`)).toEqual([]);
  });

  test("explain every industry in the head of the file", () => {
    const head = readFileSync(SHIPPED, "utf8").split("\n\n")[0] ?? "";
    expect(INDUSTRIES.filter((industry) => !head.includes(industry))).toEqual([]);
  });

  test("are read in the blink of an eye", () => {
    const before = process.cpuUsage();
    readSources(SHIPPED);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(900);
  });
});

test("a source has its defaults", () => {
  expect(readSources(written("- id: acme\n  platform: lever\n  board: acme\n"))).toEqual([
    { id: "acme", platform: "lever", board: "acme", enabled: true },
  ]);
});

test("a mirror of a board is a board of its own", () => {
  const mirror =
    "- {id: a, platform: lever, board: a}\n- {id: b, platform: lever, board: a, base_url: http://127.0.0.1:1}\n";
  expect(readSources(written(mirror))).toHaveLength(2);
});

const entry = (fields: string): string => `- {id: a, platform: lever, board: a, ${fields}}\n`;

test.each([
  ["a list is missing", "id: acme\n", /sources\.yaml:1: a list of sources is expected/],
  ["an empty file", "", /sources\.yaml:1: a list of sources is expected/],
  ["an entry that is a word", "- acme\n", /sources\.yaml:1: entry: "acme": an entry is/],
  [
    "a bad id",
    "- id: Acme Inc\n  platform: lever\n  board: acme\n",
    /sources\.yaml:1: id: "Acme Inc": lower-case letters/,
  ],
  ["a field left out", "- id: acme\n  platform: lever\n", /sources\.yaml:1: board: missing: what the platform calls/],
  [
    "an unknown field",
    "- id: acme\n  platform: lever\n  board: acme\n  bord: x\n",
    /sources\.yaml:4: bord: "x": there is no such field; the fields are id, platform, board/,
  ],
  [
    "an unknown field within",
    entry("expect: {min: 1, max: 2, mean: 3}"),
    /sources\.yaml:1: expect\.mean: 3: there is no such field; the fields are min, max/,
  ],
  [
    "an unknown platform",
    "- id: acme\n  board: acme\n  platform: levr\n",
    /sources\.yaml:3: platform: "levr": not one of .*lever/,
  ],
  [
    "a wrong number",
    "- id: acme\n  platform: lever\n  board: acme\n  expect:\n    min: -1\n    max: 3\n",
    /sources\.yaml:5: expect\.min: -1: a whole number of 0 or more/,
  ],
  ["less than the least", entry("expect: {min: 5, max: 3}"), /:1: expect: {"min":5,"max":3}: min is above max/],
  ["a number for a board", "- {id: a, platform: lever, board: 540}\n", /:1: board: 540: .*as text/],
  ["a blank board", '- {id: a, platform: lever, board: " "}\n', /:1: board: " ": what the platform calls/],
  ["a country that YAML takes for a word", entry("region: Norway"), /:1: region: "Norway": .*ISO 3166/],
  ["an industry of one's own", entry("industry: tech"), /:1: industry: "tech": one of any, construction,/],
  ["an answer that is neither", entry('enabled: "no"'), /:1: enabled: "no": true or false/],
  ["an address that is none", entry("base_url: acme.com"), /:1: base_url: "acme.com": .*http:\/\//],
  ["an address of another kind", entry("base_url: ftp://acme.com"), /:1: base_url: "ftp:\/\/acme.com": .*http:\/\//],
  [
    "a host that is never asked",
    "- {id: a, platform: rss, board: www.linkedin.com/jobs}\n",
    /:1: board: "www.linkedin.com\/jobs": www.linkedin.com is never asked: LinkedIn's User Agreement/,
  ],
  [
    "a board that is an address of such a host",
    "- {id: a, platform: jsonld, board: 'https://uk.indeed.com'}\n",
    /uk.indeed.com is never asked: Indeed/,
  ],
  ["a mirror at such a host", entry("base_url: https://www.glassdoor.co.uk/x"), /:1: base_url: .*Glassdoor/],
  [
    "the same id twice",
    "- {id: a, platform: lever, board: a}\n- {id: a, platform: lever, board: b}\n",
    /sources\.yaml:2: id: "a": the id stands twice, first in line 1/,
  ],
  [
    "the same board twice",
    "- {id: a, platform: lever, board: a}\n\n- {id: b, platform: lever, board: A}\n",
    /sources\.yaml:3: board: "A": the board stands twice on lever, first in line 1/,
  ],
  ["broken YAML", "- id: [acme\n", /sources\.yaml:\d+: /],
  ["a field twice", "- {id: a, id: b, platform: lever, board: a}\n", /sources\.yaml:1: .*unique/],
  ["two documents", "- {id: a, platform: lever, board: a}\n---\n- b\n", /sources\.yaml:\d+: .*document/],
  [
    "an alias",
    "- &a {id: a, platform: lever, board: a}\n- *a\n",
    /sources\.yaml:2: \*a: aliases are not read; write the value out/,
  ],
  ["a bomb of brackets", `# all well\n${"[".repeat(3_000_000)}`, /sources\.yaml:2: nested more than 16 deep/],
  ["a bomb of dashes", `${"- ".repeat(1_000_000)}a\n`, /sources\.yaml:1: nested more than 16 deep/],
  ["a bomb of fields", `- ${"board: b: ".repeat(100_000)}\n`, /sources\.yaml:1: nested more than 16 deep/],
  ["a bomb of text", "#".repeat((4 << 20) + 1), /sources\.yaml:1: 4,194,305 bytes; .*at most 4 MiB/],
])("%s is named with its line", (_, yaml, message) => {
  const path = written(yaml);
  expect(() => readSources(path)).toThrow(SourcesError);
  expect(() => readSources(path)).toThrow(message);
});

test("every problem of a file is named, not the first alone", () => {
  const yaml =
    "- {id: A, platform: lever, board: a, industry: tech}\n- {id: b, platform: levr, board: a, region: Texas}\n";
  expect(() => readSources(written(yaml))).toThrow(/:1: id: [\s\S]*:2: platform: [\s\S]*:2: region: /);
});

test("brackets in words and comments are no nesting", () => {
  const yaml = `# ${"[".repeat(99)}\n- id: a\n  platform: lever\n  board: a\n  employer: "${"{[".repeat(30)}"\n`;
  expect(readSources(written(yaml))[0]?.employer).toHaveLength(60);
});

test("a deep indent ends as an error of the file, whatever it is", () => {
  const yaml = Array.from({ length: 1500 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("");
  expect(() => readSources(written(yaml))).toThrow(SourcesError);
});

describe("marking boards as verified", () => {
  const yaml = [
    "# the head",
    "- id: a # a board",
    "  platform: lever",
    "  board: a",
    "  unverified: true",
    "",
    "# more",
    "- { id: b, platform: lever, board: b, employer: Söhne & Töchter, unverified: true } # in one line",
    "- { id: c, platform: lever, board: c, unverified: true }",
    "- { unverified: true,   id: d, platform: lever, board: d }",
    "- unverified: true # so far",
    "  id: e",
    "  platform: lever",
    "  board: 'e'",
    "# the end",
    "",
  ].join("\n");

  test("takes the word from those and leaves the rest, comments and order included", () => {
    const path = written(yaml);
    expect(markVerified(path, new Set(["a", "b", "d", "e", "unknown"]))).toBe(4);
    expect(readFileSync(path, "utf8")).toBe(
      yaml
        .replace("  unverified: true\n", "")
        .replace("Töchter, unverified: true", "Töchter")
        .replace("{ unverified: true,   id", "{ id")
        .replace("- unverified: true # so far\n  id", "- id"),
    );
    expect(readSources(path).map(({ unverified }) => unverified)).toEqual([
      undefined,
      undefined,
      true,
      undefined,
      undefined,
    ]);
  });

  test("changes one line of the shipped file for one board", () => {
    const before = readFileSync(SHIPPED, "utf8");
    const path = written(before);
    expect(markVerified(path, new Set(["palantir"]))).toBe(1);
    const after = readFileSync(path, "utf8").split("\n");
    const changed = before.split("\n").filter((line, index) => line !== after[index]);
    expect(changed).toEqual([expect.stringContaining("id: palantir,")]);
  });

  test("leaves a file alone that has nothing to mark", () => {
    const path = written(`-   {id: a,   platform: lever, board: a}\n`);
    expect(markVerified(path, new Set(["a"]))).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(`-   {id: a,   platform: lever, board: a}\n`);
  });
});
