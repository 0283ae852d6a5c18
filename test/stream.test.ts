import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { streamExtract } from "../pipelines/stages/stream.js";

const extractor = createExtractor(loadTaxonomy());

async function answers(
  chunks: readonly (string | Buffer)[],
): Promise<{ rows: Record<string, unknown>[]; lines: number; errors: number }> {
  const output = new PassThrough();
  const parts: string[] = [];
  output.setEncoding("utf8").on("data", (part: string) => parts.push(part));
  const counts = await streamExtract(Readable.from(chunks, { objectMode: true }), output, extractor);
  output.end();
  const rows = parts
    .join("")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { rows, ...counts };
}

describe("the streaming worker", () => {
  it("answers each line in order, in the shape that others rely on", async () => {
    const lines = [
      { id: "1", title: "Network technician", text: "CCNA or Network+ required. 2 years of experience." },
      { id: "2", html: "<p>BLS &amp; ACLS</p>" },
    ];
    const { rows, lines: read, errors } = await answers([lines.map((one) => JSON.stringify(one)).join("\n")]);
    expect({ read, errors }).toEqual({ read: 2, errors: 0 });
    expect(rows.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(Object.keys(rows[0]!).slice(0, 8)).toEqual(
      "id,mentions,occupation,seniority,experience_years,education,pay,lang".split(","),
    );
    expect(rows[0]).not.toHaveProperty("text");
    expect(rows[1]?.text).toBe("BLS & ACLS");
    expect((rows[0]!.mentions as object[])[0]).toEqual({
      kind: "certificate",
      entity: "cisco-ccna",
      start: 0,
      end: 4,
      surface: "CCNA",
      requirement: "required",
      section: "other",
      group: 1,
    });
  });

  it("answers what it cannot read with an error that names the line, and goes on", async () => {
    const input = [
      "not json",
      "[1]",
      '{"text":"x"}',
      '{"id":"a"}',
      '{"id":"b","text":5}',
      "",
      '{"id":"c","text":"ok"}',
    ].join("\n");
    const { rows, lines, errors } = await answers([`${input}\n`]);
    expect({ lines, errors }).toEqual({ lines: 6, errors: 5 });
    expect(rows.map(({ id, line }) => [id, line])).toEqual([
      [null, 1],
      [null, 2],
      [null, 3],
      ["a", 4],
      ["b", 5],
      ["c", undefined],
    ]);
    expect(rows[3]?.error).toBe('neither "text" nor "html" is given');
  });

  it("reads characters that chunks cut in two", async () => {
    const bytes = Buffer.from('{"id":"é","text":"naïve – CCNA 🚛"}\n');
    const { rows } = await answers([...bytes].map((byte) => Buffer.from([byte])));
    expect(rows[0]?.id).toBe("é");
    expect((rows[0]!.mentions as { surface: string }[])[0]?.surface).toBe("CCNA");
  });

  it("survives a line of 50 MB", async () => {
    const word = "word ".repeat(2_000);
    const chunks = function* (): Generator<string> {
      yield '{"id":"long","text":"';
      for (let at = 0; at < 5_000; at++) yield word;
      yield ' CCNA required"}\n{"id":"next","text":"BLS required"}\n';
    };
    const output = new PassThrough();
    const ids: unknown[] = [];
    output.on("data", (part: Buffer) =>
      ids.push(...[...part.toString().matchAll(/"id":"(\w+)"/g)].map((found) => found[1])),
    );
    const counts = await streamExtract(Readable.from(chunks()), output, extractor);
    expect({ ...counts, ids }).toEqual({ lines: 2, errors: 0, ids: ["long", "next"] });
  }, 60_000);

  it("waits for a slow reader", async () => {
    let [pending, most] = [0, 0];
    const slow = new Writable({
      highWaterMark: 64,
      write(_chunk, _encoding, done) {
        most = Math.max(most, ++pending);
        setImmediate(() => {
          pending--;
          done();
        });
      },
    });
    const lines = Array.from({ length: 200 }, (_, at) => `{"id":"${at}","text":"CCNA"}\n`);
    const counts = await streamExtract(Readable.from(lines), slow, extractor);
    expect(counts.lines).toBe(200);
    expect(most).toBe(1);
    expect(slow.writableLength).toBeLessThan(1000);
  });
});
