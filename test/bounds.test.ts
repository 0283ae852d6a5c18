import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { RobotsTxtFile } from "@crawlee/utils";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOUNDS } from "../extractors/bounds.js";
import { createExtractor } from "../extractors/extraction.js";
import { filesBelow } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import {
  DEEPEST_JSON,
  DEEPEST_MARKUP,
  LONGEST_LINE,
  MOST_COLUMNS,
  MOST_EXPANSION,
  MOST_ROBOTS_RULES,
  MOST_SITEMAP_ENTRIES,
} from "../pipelines/bounds.js";
import { rulesOf } from "../pipelines/politeness/robots.js";
import { formats } from "../pipelines/readers/index.js";
import { NestingError, parseJson } from "../pipelines/readers/parse-json.js";
import { isRow, type Row } from "../pipelines/readers/row.js";
import { embeddedPostings } from "../pipelines/sources/embedded.js";
import { platforms } from "../pipelines/sources/index.js";
import { AnswerError, readAnswer } from "../pipelines/sources/parsed.js";
import type { Refusal } from "../pipelines/sources/platform.js";
import { sitemapEntries } from "../pipelines/sources/sitemap.js";
import { treeOf } from "../pipelines/sources/tree.js";
import { streamExtract } from "../pipelines/stages/stream.js";
import { emptyFolder } from "./support/folder.js";

/** One input may take this long, in ms of this process's own time: the machine may be busy with others. */
const MOST_MS = 1000;

const cpuMs = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

const read = async (format: string, content: string | Uint8Array, name = "file"): Promise<(Row | Refusal)[]> => {
  const file = join(emptyFolder(), name);
  writeFileSync(file, content);
  const all: (Row | Refusal)[] = [];
  for await (const one of formats.get(format)?.read(file, {}) ?? []) all.push(one);
  return all;
};

const outcome = (work: () => unknown): string => {
  try {
    work();
    return "read";
  } catch (error) {
    return (error as Error).name;
  }
};

describe("markup", () => {
  test("trees are built in one place, which bounds them", () => {
    const builders = filesBelow(packagePath("pipelines"), ".ts").filter((file) =>
      /import \{[^}]*\bload\b[^}]*\} from "cheerio"|from "parse5"/.test(readFileSync(file, "utf8")),
    );
    expect(builders).toEqual([packagePath("pipelines", "sources", "tree.ts")]);
  });

  test.each([
    ["open divs", "<div>".repeat(50_000), "NestingError"],
    ["divs that objects keep open", "<div><object></div></object>".repeat(50_000), "read"],
    ["formatting that each paragraph opens anew", `<b id=1><i id=2>${"<p>".repeat(50_000)}`, "read"],
    ["a tag of 100,000 attributes", `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(" ")}>`, "read"],
    ["closing tags of nothing", "</div>".repeat(100_000), "read"],
    ["tables in tables", "<table><tr><td>".repeat(50_000), "NestingError"],
    ["a million elements", "<br>".repeat(1_000_001), "NestingError"],
  ])("%s: no hang, and a tree or a refusal by name", async (_, body, expected) => {
    let found = "";
    expect(await cpuMs(() => (found = outcome(() => treeOf(body, "html"))))).toBeLessThan(4 * MOST_MS);
    expect(found).toBe(expected);
  });

  test("what is as deep as browsers bear is read", () => {
    expect(treeOf(nested(DEEPEST_MARKUP, "<div>", "</div>"), "html")("div").length).toBe(DEEPEST_MARKUP);
    expect(() => treeOf(nested(DEEPEST_MARKUP + 2, "<div>", "</div>"), "html")).toThrow(NestingError);
  });

  const JOB = 'itemscope itemtype="https://schema.org/JobPosting"';
  test.each<[what: string, body: string, postings: number]>([
    ["30,000 elements side by side", "<p>".repeat(30_000), 0],
    ["adverts within each other", `<div ${JOB}>`.repeat(400) + '<b itemprop="title">x</b>'.repeat(2500), 1],
    [
      "properties within each other",
      `<div ${JOB}>${'<i itemprop="description">'.repeat(400)}${"<b>x</b>".repeat(5000)}`,
      1,
    ],
    ["30,000 values of a property", `<div ${JOB}>${'<b itemprop="title">x</b>'.repeat(30_000)}`, 1],
  ])("%s are searched in time", async (_, body, postings) => {
    let found = -1;
    const search = (): void => {
      treeOf(body, "html")(".a, title, [rel='next']");
      found = embeddedPostings(body, "https://example.com/1").jobs.length;
    };
    expect(await cpuMs(search)).toBeLessThan(MOST_MS);
    expect(found).toBe(postings);
  });

  const source = { id: "s", platform: "x", board: "example.com", enabled: true };
  test.each([...platforms.keys()])(
    "%s: nesting without end ends as an answer of another kind, in time",
    async (name) => {
      const body = `<html itemscope itemtype="https://schema.org/JobPosting">${"<div>".repeat(50_000)}`;
      const page = { url: "https://example.com/1", contentType: "text/html", body, label: "detail" };
      let error: unknown = null;
      const work = (): void => {
        try {
          readAnswer(platforms.get(name)!, page, source);
        } catch (thrown) {
          error = thrown;
        }
      };
      expect(await cpuMs(work)).toBeLessThan(MOST_MS);
      expect(error === null || error instanceof AnswerError, String(error)).toBe(true);
    },
  );

  test("XML: what a DOCTYPE declares is not read, neither files nor laughs", () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss><channel><title>Jobs &b;&f; &amp; more</title></channel></rss>`;
    expect(treeOf(laughs, "xml")("title").text()).toBe("Jobs &b;&f; & more");
  });

  test("a sitemap gives the 50,000 addresses that the protocol allows, and counts the rest", () => {
    const url = (at: number): string => `<url><loc>https://a.example/${at}</loc></url>`;
    const xml = `<urlset>${Array.from({ length: MOST_SITEMAP_ENTRIES + 7 }, (_, at) => url(at)).join("")}</urlset>`;
    const { entries, beyond } = sitemapEntries(xml);
    expect([entries.length, beyond]).toEqual([MOST_SITEMAP_ENTRIES, 7]);
  });
});

describe("JSON", () => {
  test("is read to its bound and refused beyond; brackets in texts count for nothing", () => {
    expect(parseJson(nested(DEEPEST_JSON, "[", "]"))).toHaveLength(1);
    expect(() => parseJson(nested(DEEPEST_JSON + 1, "[", "]"))).toThrow(NestingError);
    expect(parseJson(JSON.stringify([`\\"${"[{".repeat(200)}`]))).toHaveLength(1);
    expect(() => parseJson("[1")).toThrow(SyntaxError);
  });

  const deep = `{"a":${nested(100_000, "[", "]")}}`;
  test.each(["json", "ndjson", "json-folder"])(
    "%s: a value without a floor is a refusal, the next row is read",
    async (format) => {
      const good = '{"title":"Nurse"}';
      const content = format === "json" ? `[${deep},${good}]` : format === "ndjson" ? `${deep}\n${good}\n` : deep;
      const all = await read(format, content);
      expect(all.filter(isRow).map(({ values }) => values)).toEqual(
        format === "json-folder" ? [] : [{ title: "Nurse" }],
      );
      expect((all.find((one) => !isRow(one)) as Refusal).reason).toContain(`more than ${DEEPEST_JSON} deep`);
    },
  );

  test("an answer of a platform and a page's JSON-LD are refused by name", () => {
    const source = { id: "s", platform: "x", board: "acme", enabled: true };
    const page = { url: "https://a.example", contentType: "application/json", body: deep };
    expect(() => readAnswer(platforms.get("greenhouse")!, page, source)).toThrow(`at most ${DEEPEST_JSON} lists`);
    const body = `<script type="application/ld+json">{"@type":"JobPosting","x":${deep}}</script>`;
    const html = { url: "https://a.example", contentType: "text/html", body };
    expect(readAnswer(platforms.get("jsonld")!, html, source).refused[0]?.reason).toContain("deep within each other");
  });

  test("what a reader did not foresee is the answer's fault, not the night's end", () => {
    const odd = { ...platforms.get("rss")!, parse: () => (undefined as unknown as { x: string[] }).x as never };
    const page = { url: "https://a.example", contentType: "text/xml", body: "<rss/>" };
    expect(() => readAnswer(odd, page, { id: "s", platform: "rss", board: "b", enabled: true })).toThrow(AnswerError);
  });
});

describe("files", () => {
  test("a table of more columns than any has is refused with their number", async () => {
    const wide = Array.from({ length: MOST_COLUMNS + 1 }, (_, at) => `c${at}`).join(",");
    expect(await read("csv", `${wide}\n${wide}\n`)).toEqual([
      expect.objectContaining({
        line: 1,
        field: "header",
        reason: `${MOST_COLUMNS + 1} columns; at most ${MOST_COLUMNS} are read`,
      }),
    ]);
  });

  test.each(['x"y,z\n', 'x"y,"z\n'])(
    "rows that are all %j cost what they are, not what stands behind them",
    async (row) => {
      const lines = 4000;
      const content = `a,b\n${row.repeat(lines)}`;
      let all: (Row | Refusal)[] = [];
      expect(await cpuMs(async () => (all = await read("csv", content)))).toBeLessThan(4 * MOST_MS);
      expect(all).toHaveLength(lines);
    },
  );

  test("a gzip bomb is unpacked to its bound and refused by name", async () => {
    const bomb = gzipSync(Buffer.alloc(20 << 20, " "));
    expect(bomb.length * MOST_EXPANSION).toBeLessThan(8 << 20);
    const [refusal, ...others] = await read("ndjson", bomb, "bomb.ndjson.gz");
    expect(refusal).toMatchObject({
      field: "gzip",
      reason: expect.stringContaining(`more than ${MOST_EXPANSION} times its size`),
    });
    expect(others).toEqual([]);
  });

  test("a Parquet file's name is a name: marks of patterns in it open no other file", async () => {
    const folder = emptyFolder();
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    for (const name of ["a[1]*.parquet", "a1x.parquet"])
      await connection.run(`COPY (SELECT ${sqlText(name)} AS file) TO ${sqlText(join(folder, name))} (FORMAT parquet)`);
    const rows: unknown[] = [];
    for await (const one of formats.get("parquet")!.read(join(folder, "a[1]*.parquet"), {}))
      rows.push(isRow(one) ? one.values.file : one);
    expect(rows).toEqual(["a[1]*.parquet"]);
  });
});

describe("robots.txt", () => {
  const AGENT = "certworth/1.0 (+mailto:a@example.org)";
  const allows = (body: string, url: string): boolean => rulesOf("https://a.example", 200, body, AGENT).allows(url);

  test.each([
    ["40,000 robots by name", "User-agent: a\n".repeat(36_000)],
    ["names times rules", `${"User-agent: certworth\n".repeat(12_000)}${"Disallow: /x\n".repeat(18_000)}`],
    ["names times delays", `${"User-agent: *\n".repeat(12_000)}${"Crawl-delay: 1\n".repeat(18_000)}`],
    ["stars", `User-agent: *\n${`Disallow: ${"*a".repeat(240)}b\n`.repeat(1000)}`],
    ["one endless rule", `User-agent: *\nDisallow: /${"a*".repeat(250_000)}`],
  ])("%s: no hang", async (_, body) => {
    const url = `https://a.example/${"a".repeat(2000)}`;
    expect(await cpuMs(() => allows(body, url))).toBeLessThan(4 * MOST_MS);
  });

  test("too many rules shut the host; a rule cut short forbids more, never less", () => {
    const many = `User-agent: *\n${"Disallow: /x\n".repeat(MOST_ROBOTS_RULES + 1)}`;
    expect(rulesOf("https://a.example", 200, many, AGENT).closed).toContain(`more than ${MOST_ROBOTS_RULES}`);
    const long = `/${"a".repeat(600)}`;
    expect(allows(`User-agent: *\nDisallow: ${long}b`, `https://a.example${long}c`)).toBe(false);
    expect(allows(`User-agent: *\nDisallow: /\nAllow: ${long}`, `https://a.example${long}`)).toBe(false);
  });

  test("says what the whole file says, for us and for all", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "User-agent: certworth",
        "User-agent: CertWorth/2",
        "User-agent: *",
        "User-agent: other",
        "",
        "# note",
      ),
      fc.constantFrom("Sitemap: https://a.example/s.xml", "Crawl-delay: 2", "Disallow:", "nonsense", "Host: a.example"),
      fc
        .tuple(
          fc.constantFrom("Allow", "Disallow"),
          fc.string({ unit: fc.constantFrom("/", "a", "b", "*", "$"), maxLength: 6 }),
        )
        .map(([key, rule]) => `${key}: ${rule}`),
    );
    const path = fc.string({ unit: fc.constantFrom("/", "a", "b", "c"), maxLength: 6 });
    const whole = (body: string, url: string): boolean =>
      RobotsTxtFile.from("https://a.example/robots.txt", body).isAllowed(url, AGENT);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), path, (lines, tail) => {
        const [body, url] = [lines.join("\n"), `https://a.example/${tail}`];
        expect(allows(body, url), body).toBe(whole(body, url));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("one posting", () => {
  const extractor = createExtractor(loadTaxonomy());

  test("is read to its bound, with its first mentions", () => {
    const filler = "word ".repeat(BOUNDS.longestRead / 5 - 20);
    expect(extractor.extract({ text: `${filler}\nCCNA required.` }).mentions).toHaveLength(1);
    expect(extractor.extract({ text: `${filler}${"word ".repeat(20)}\nCCNA required.` }).mentions).toEqual([]);
    expect(extractor.extract({ text: "CCNA required. ".repeat(5000) }).mentions).toHaveLength(BOUNDS.mostMentions);
  });

  test.each([
    "(CPR) ",
    "must be certified, license required, ",
    "A+\n",
    "CCNA required. ",
    "• CPA\n",
    "(555) 123-4567 ",
  ])("of two million characters of %j does not hang", async (unit) => {
    const text = unit.repeat(2_000_000 / unit.length);
    expect(await cpuMs(() => extractor.extract({ text }))).toBeLessThan(4 * MOST_MS);
  });

  test("a line that is too long for the worker is answered with an error, and the next line is read", async () => {
    const lines = function* (): Generator<string> {
      yield '{"id":"long","text":"';
      for (let sent = 0; sent <= LONGEST_LINE; sent += 1 << 20) yield "x".repeat(1 << 20);
      yield '"}\n{"id":"next","text":"BLS required"}\n';
    };
    const output = new PassThrough();
    const parts: string[] = [];
    output.on("data", (part: Buffer) => parts.push(part.toString()));
    expect(await streamExtract(Readable.from(lines()), output, extractor)).toEqual({ lines: 2, errors: 1 });
    const [first, second] = parts
      .join("")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toEqual({ id: null, line: 1, error: expect.stringContaining("67,108,864 characters") });
    expect(second).toMatchObject({ id: "next", mentions: [expect.anything()] });
  });
});
