import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import type { Source } from "../models/source.js";
import { hostOf, inShard, parseShard, shardOf } from "../pipelines/crawl/shard.js";
import { exitCodeOf } from "../pipelines/run.js";
import { readSources } from "../pipelines/sources-file.js";

const sources = readSources(packagePath("pipelines", "sources.yaml"));
const shards = (of: number): number[] => Array.from({ length: of }, (_, index) => index + 1);
const source = (fields: Partial<Source>): Source => ({
  id: "a",
  platform: "lever",
  board: "a",
  enabled: true,
  ...fields,
});

const machines = fc.integer({ min: 1, max: 1000 });
const few = fc.integer({ min: 1, max: 12 });
const asSource = fc
  .record({
    platform: fc.constantFrom("greenhouse", "lever", "recruitee", "pinpoint"),
    board: fc.stringMatching(/^[a-z0-9]{1,12}$/),
  })
  .map(source);

describe("a share of the crawl", () => {
  test("is one of n for every host, the same each time", () => {
    fc.assert(
      fc.property(fc.domain(), machines, (host, n) => {
        expect(shards(n)).toContain(shardOf(host, n));
        expect(shardOf(host.toUpperCase(), n)).toBe(shardOf(host, n));
      }),
    );
  });

  test("does not change from release to release", () => {
    expect(["boards-api.greenhouse.io", "api.lever.co", "apply.workable.com"].map((host) => shardOf(host, 4))).toEqual([
      3, 2, 3,
    ]);
  });

  test("has every source once, and no host is met by two", () => {
    fc.assert(
      fc.property(fc.array(asSource, { maxLength: 30 }), few, (drawn, of) => {
        const owners = drawn.map((one) => shards(of).filter((index) => inShard(one, { index, of })));
        expect(owners.every((mine) => mine.length === 1)).toBe(true);
        const byHost = new Map(drawn.map((one, at) => [hostOf(one), owners[at]?.[0]]));
        expect(drawn.every((one, at) => byHost.get(hostOf(one)) === owners[at]?.[0])).toBe(true);
      }),
    );
  });

  test.each([1, 2, 3, 4, 7])("of %i splits the shipped sources so, and each gets some", (of) => {
    const parts = shards(of).map((index) => sources.filter((one) => inShard(one, { index, of })));
    expect(parts.flat()).toHaveLength(sources.length);
    expect(new Set(parts.flat())).toEqual(new Set(sources));
    expect(parts.filter((part) => part.length === 0)).toEqual([]);
    const hosts = parts.flatMap((part) => [...new Set(part.map(hostOf))]);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  test.each([2, 3, 4])("of %i has the two hosts with the most boards apart", (of) => {
    expect(shardOf("boards-api.greenhouse.io", of)).not.toBe(shardOf("api.lever.co", of));
  });

  test("goes by the mirror where a source has one", () => {
    expect(hostOf(source({ base_url: "http://127.0.0.1:8080" }))).toBe("127.0.0.1:8080");
    expect(hostOf(source({}))).toBe("api.lever.co");
  });

  test("cannot be told of a platform that is not there", () => {
    expect(() => hostOf(source({ platform: "levr" }))).toThrow('source a: no platform "levr"');
  });
});

test("I/N is read", () => {
  expect(parseShard("2/4")).toEqual({ index: 2, of: 4 });
  expect(parseShard("1/1")).toEqual({ index: 1, of: 1 });
});

test.each(["0/4", "5/4", "x", "", "2", "2/", "/4", "-1/4", "1.5/4", "1/2/3", " 1/2", "1/0", "1/1001", "1e1/20"])(
  '"%s" is no share, and the command says what would be',
  (text) => {
    const error = (() => {
      try {
        return parseShard(text);
      } catch (thrown) {
        return thrown as Error;
      }
    })();
    expect((error as Error).message).toContain(`--shard: "${text}": I/N is expected`);
    expect(exitCodeOf(error)).toBe(2);
  },
);
