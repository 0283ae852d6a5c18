import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { formats } from "../pipelines/readers/index.js";
import { jsonFault } from "../pipelines/readers/json-fault.js";
import { isRow, type ReadOptions, type Row } from "../pipelines/readers/row.js";
import { linesOf } from "../pipelines/readers/text.js";
import { decodeWindows1252, windows1252Byte } from "../pipelines/readers/windows-1252.js";
import type { Refusal } from "../pipelines/sources/platform.js";
import { emptyFolder } from "./support/folder.js";

const input = (name: string): string => packagePath("test", "input", "import", name);

const read = async (format: string, file: string, options: ReadOptions = {}): Promise<(Row | Refusal)[]> => {
  const all: (Row | Refusal)[] = [];
  for await (const one of formats.get(format)?.read(file, options) ?? []) all.push(one);
  return all;
};

const rows = (all: (Row | Refusal)[]): Row[] => all.filter(isRow);
const refusals = (all: (Row | Refusal)[]): Refusal[] => all.filter((one): one is Refusal => !isRow(one));

const written = (content: string | Uint8Array, name = "file"): string => {
  const file = join(emptyFolder(), name);
  writeFileSync(file, content);
  return file;
};

test("csv: byte order mark, quotes, line ends inside quotes, blank lines, and lines counted", async () => {
  const all = await read("csv", input("quotes.csv"));
  expect(rows(all)).toEqual([
    { line: 2, values: { id: "1", title: "Cook, nights", text: "Line one\nline two" } },
    { line: 4, values: { id: "2", title: 'The "best" baker', text: "ServSafe" } },
    { line: 7, values: { id: "4", title: "Porter", text: "Lifts" } },
  ]);
  expect(refusals(all)).toMatchObject([
    {
      where: input("quotes.csv"),
      line: 6,
      field: "row",
      value: "3,Ragged",
      reason: "a row of 2 values under a header of 3",
    },
  ]);
});

test("csv: a quote that is never closed costs its own row only", async () => {
  const all = await read("csv", written('id,text\n1,fine\n2,"never closed\n3,goes on\n4,"fine, too"\n'));
  expect(rows(all).map(({ line, values }) => [line, values.id])).toEqual([
    [2, "1"],
    [4, "3"],
    [5, "4"],
  ]);
  expect(refusals(all)).toMatchObject([{ line: 3, field: "row", reason: "a quote is opened and never closed" }]);
});

test("csv: stray quotes on a line are text, and semicolons or tabs separate too", async () => {
  const sloppy = await read("csv", written('id,text\n1,a 5" pipe\n2,"he said "go" twice"\n3,"plain"\n'));
  expect(sloppy.map((one) => isRow(one) && one.values.text)).toEqual(['a 5" pipe', '"he said "go" twice"', "plain"]);
  expect(rows(await read("csv", written('id;text\r\n1;"a;b,c"\r\n')))).toEqual([
    { line: 2, values: { id: "1", text: "a;b,c" } },
  ]);
  expect(rows(await read("csv", written("id\ttext\n1\ta,b\n")))).toEqual([
    { line: 2, values: { id: "1", text: "a,b" } },
  ]);
});

test("csv: any table comes back as it went in", async () => {
  const value = fc.string({ unit: "binary" }).map((text) => text.toWellFormed().replace(/[\r\ufeff]/g, ""));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(value, value), { maxLength: 500 }), async (table) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const text = table.map(([a, b]) => `x,${quoted(a)},${quoted(b)}`).join("\n");
      const all = await read("csv", written(`x,a,b\n${text}`));
      expect(all.map((one) => isRow(one) && [one.values.a, one.values.b])).toEqual(table);
    }),
    { numRuns: 40 },
  );
});

test("ndjson: a broken line is refused with line and column, the next is read", async () => {
  const file = input("broken-middle.ndjson");
  const all = await read("ndjson", file);
  expect(rows(all).map(({ line, values }) => [line, values.id])).toEqual([
    [1, "a"],
    [5, "d"],
  ]);
  expect(refusals(all)).toMatchObject([
    { where: file, line: 2, field: "json", reason: 'broken JSON at column 12: "," or "}" is expected' },
    { where: file, line: 4, field: "json", reason: "a JSON object is expected, one a line" },
  ]);
});

test.for([
  ["a scalar that is none", '[\n {"id": 1},\n {"id": oops},\n {"id": 3}\n]', [1, 3], "line 3, column 9: a value"],
  [
    "a string that is not closed",
    '[\n {"id": 1},\n {"id": "two},\n {"id": 3},\n {"id": 4}\n]',
    [1, 3, 4],
    "line 3, column 15: an escape",
  ],
  ["a brace that is missing", '[{"id": 1}, {"id": 2, {"id": 3}, {"id": 4}]', [1, 3, 4], "line 1, column 23: a name"],
  ["words between items", '[{"id": 1}, what, {"id": 3}]', [1, 3], "line 1, column 13: a value"],
  ["an item that is no object", '[{"id": 1}, 2, {"id": 3}]', [1, 3], "an object is expected"],
  ["a list that breaks off", '[{"id": 1}, {"id": 2}', [1, 2], "the list breaks off"],
  ["a list that breaks off in an item", '[{"id": 1}, {"id": 2, "t', [1], "column 23: a closed string"],
] as const)("json: %s costs that item only", async ([, text, ids, reason]) => {
  const all = await read("json", written(text));
  expect(rows(all).map(({ values }) => values.id)).toEqual(ids);
  expect(refusals(all)).toHaveLength(1);
  expect(refusals(all)[0]?.reason).toContain(reason);
});

test("json: the list at a path, a single object, and what is neither", async () => {
  const nested = written('{"meta": {"items": [9]}, "data": {"items": [{"id": 1},\n {"id": 2}]}}');
  expect(rows(await read("json", nested, { items: "data.items" }))).toEqual([
    { values: { id: 1 }, line: 1 },
    { values: { id: 2 }, line: 2 },
  ]);
  expect(await read("json", nested, { items: "data.rows" })).toMatchObject([
    { reason: "a list at data.rows is expected" },
  ]);
  expect(rows(await read("json", written('{"id": 7}')))).toEqual([{ values: { id: 7 }, line: 1 }]);
  expect(await read("json", written("plain words"))).toMatchObject([
    { line: 1, reason: expect.stringContaining("line 1, column 1: a value") },
  ]);
});

test("json: any list of objects comes back as it went in, however it is laid out", async () => {
  const item = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(item), fc.constantFrom(0, 2), async (list, indent) => {
      const found = rows(
        await read("json", written(JSON.stringify({ a: { "}": "]" }, list }, null, indent)), { items: "list" }),
      );
      expect(found.map(({ values }) => values)).toEqual(JSON.parse(JSON.stringify(list)));
    }),
    { numRuns: 60 },
  );
});

test("a fault is found where, and only where, JSON.parse refuses", () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const mutated = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom("", '"', "{", "]", ",", "\\", "\n", "1"))
    .map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + 1);
    });
  fc.assert(
    fc.property(mutated, (text) => {
      const fault = jsonFault(text);
      expect(fault === null).toBe(parses(text));
      if (fault) expect(fault.offset).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});

test.for(["csv", "ndjson", "json"])("%s: gzip is told by its bytes, not by its name", async (format) => {
  const text = { csv: "id\n1\n2\n", ndjson: '{"id":"1"}\n{"id":"2"}', json: '[{"id":"1"},{"id":"2"}]' }[format] ?? "";
  const two = Buffer.concat([gzipSync(text.slice(0, 5)), gzipSync(text.slice(5))]);
  for (const content of [text, gzipSync(text), two]) {
    const all = await read(format, written(content, "no-suffix"));
    expect(rows(all).map(({ values }) => values.id)).toEqual(["1", "2"]);
    expect(refusals(all)).toEqual([]);
  }
});

const many = [...Array(400).keys()].map((index) => ({ id: String(index), text: `row ${index} ${Math.sin(index)}` }));

test.for([
  ["csv", `id,text\n${many.map(({ id, text }) => `${id},"${text}"`).join("\n")}\n`],
  ["ndjson", many.map((row) => JSON.stringify(row)).join("\n")],
  ["json", JSON.stringify(many, null, 1)],
] as const)(
  "%s: of a gzip that breaks off, what is readable is taken and one refusal names the place",
  async ([format, text]) => {
    const whole = gzipSync(text);
    const file = written(whole.subarray(0, Math.floor(whole.length * 0.6)), `cut.${format}.gz`);
    const all = await read(format, file);
    const taken = rows(all).map(({ values }) => values);
    expect(taken.length).toBeGreaterThan(150);
    expect(taken).toEqual(many.slice(0, taken.length));
    expect(refusals(all)).toEqual([
      {
        where: file,
        line: expect.any(Number),
        field: "gzip",
        value: "",
        reason: expect.stringMatching(
          /breaks off at byte \d+ of the file, after \d+ bytes of content; what is readable was taken/,
        ),
      },
    ]);
  },
);

test("a gzip that is damaged inside gives a refusal, never an exception", async () => {
  const whole = gzipSync(many.map((row) => JSON.stringify(row)).join("\n"));
  const damaged = Buffer.from(whole);
  const middle = Math.floor(whole.length / 2);
  damaged.fill(0xff, middle, middle + 40);
  for (const format of ["csv", "ndjson", "json", "parquet", "text-folder", "json-folder"]) {
    const all = await read(format, written(damaged));
    expect(refusals(all).filter(({ field }) => field === "gzip")).toHaveLength(1);
  }
});

test("encodings: UTF-8, lines of windows-1252 between them, UTF-16, and one that is named", async () => {
  const notes: string[] = [];
  const note = (text: string): void => void notes.push(text);
  const mixed = Buffer.concat([
    Buffer.from('{"t":"café – 5 €"}\n', "utf8"),
    Buffer.from(
      [...'{"t":"nurse']
        .map((char) => char.charCodeAt(0))
        .concat([0x92, 0x73, 0x20, 0x96, 0x20, 0x80, 0xe9])
        .concat([0x22, 0x7d, 0x0a]),
    ),
    Buffer.from('{"t":"naïve"}', "utf8"),
  ]);
  const file = written(mixed);
  expect(rows(await read("ndjson", file, { note })).map(({ values }) => values.t)).toEqual([
    "café – 5 €",
    "nurse’s – €é",
    "naïve",
  ]);
  expect(notes).toEqual([`${file}: not all of it is UTF-8; lines that are not were read as windows-1252`]);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"t":"zażółć"}', "utf16le")]);
  expect(rows(await read("ndjson", written(utf16))).map(({ values }) => values.t)).toEqual(["zażółć"]);
  const latin2 = Buffer.from([0x7b, 0x22, 0x74, 0x22, 0x3a, 0x22, 0xb1, 0x22, 0x7d]);
  expect(rows(await read("ndjson", written(latin2), { encoding: "iso-8859-2" }))).toMatchObject([
    { values: { t: "ą" } },
  ]);
});

test("windows-1252 is its own table, there and back", () => {
  const all = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect([...decodeWindows1252(all)].map(windows1252Byte)).toEqual([...all]);
  expect(decodeWindows1252(Uint8Array.of(0x80, 0x93, 0x94, 0x99))).toBe("€“”™");
  expect(windows1252Byte("ą")).toBe(-1);
});

test("lines come whole, whatever the pieces they are read in", async () => {
  const line = fc.string({ unit: "binary" }).map((text) => text.replace(/[\r\n\ufeff]/g, ""));
  const long = "é".repeat(700_000);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1 }), async (lines) => {
      const all = [...lines, long, "end"];
      const found: string[] = [];
      for await (const { text } of linesOf(written(all.map((one) => one.toWellFormed()).join("\r\n")), {}))
        found.push(text ?? "");
      expect(found).toEqual(all.map((one) => one.toWellFormed()));
    }),
    { numRuns: 20 },
  );
});

test("a line beyond measure is refused without being held, and the next is read", async () => {
  const file = join(emptyFolder(), "long.ndjson");
  const piece = Buffer.alloc(1 << 20, "x");
  async function* content() {
    yield '{"id":"1"}\n{"t":"';
    for (let count = 0; count < 70; count += 1) yield piece;
    yield '"}\n{"id":"3"}';
  }
  await pipeline(Readable.from(content()), createWriteStream(file));
  const all = await read("ndjson", file);
  expect(rows(all).map(({ line, values }) => [line, values.id])).toEqual([
    [1, "1"],
    [3, "3"],
  ]);
  expect(refusals(all)).toMatchObject([
    { line: 2, field: "line", reason: expect.stringContaining("at most 67108864") },
  ]);
});

test("parquet, plain and gzip, row by row; what is none is refused", async () => {
  const file = join(emptyFolder(), "p.parquet");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(
    `COPY (SELECT range AS id, 'text ' || range AS text, DATE '2024-02-29' AS day FROM range(3000)) TO '${file}' (FORMAT parquet)`,
  );
  connection.closeSync();
  for (const path of [file, written(gzipSync(readFileSync(file)))]) {
    const all = await read("parquet", path);
    expect(all).toHaveLength(3000);
    expect(all[2999]).toEqual({ line: 3000, values: { id: "2999", text: "text 2999", day: "2024-02-29" } });
  }
  expect(await read("parquet", written("no parquet"))).toMatchObject([
    { field: "parquet", reason: expect.stringContaining("not readable as Parquet") },
  ]);
});

test("a text file is a row, and so is a JSON file", async () => {
  const text = written("WELDER\r\nOpen Date: 01-02-15\r\n", "WELDER_1.txt");
  expect(await read("text-folder", text)).toEqual([
    { line: 1, where: text, values: { file: "WELDER_1.txt", text: "WELDER\r\nOpen Date: 01-02-15\r\n" } },
  ]);
  const object = written('{"title":"Nurse"}', "n.json");
  expect(await read("json-folder", object)).toEqual([{ line: 1, where: object, values: { title: "Nurse" } }]);
  expect(await read("json-folder", written("[1]"))).toMatchObject([
    { field: "json", reason: "one JSON object is expected" },
  ]);
  expect(await read("json-folder", written('{"title":'))).toMatchObject([
    { field: "json", reason: expect.stringContaining("broken JSON") },
  ]);
});
