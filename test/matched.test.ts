import { describe, expect, it } from "vitest";
import { buildWarehouse } from "../warehouse/builder.js";
import { linkedMonths, matchedShares, type SourceMonths } from "../warehouse/statistics/matched.js";
import { emptyFolder } from "./support/folder.js";
import { type GivenPosting, lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";
import { queryRows } from "./support/query.js";
import { random } from "./support/random.js";

const TAXONOMY = new URL("./input/marts/taxonomy", import.meta.url).pathname;

/** Rows of postings by source and month, as the sparse form. */
const sparse = (rows: number[][]): SourceMonths => {
  const entries = rows.flatMap((row) => row.flatMap((postings, month) => (postings > 0 ? [{ postings, month }] : [])));
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.filter((postings) => postings > 0).length);
  return {
    span: rows[0]!.length,
    starts: Int32Array.from(starts),
    months: Int32Array.from(entries.map(({ month }) => month)),
    postings: Float64Array.from(entries.map(({ postings }) => postings)),
  };
};

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const asked = (rows: number[][]) => ({
  bySource: Float64Array.from(rows.map(sum)),
  byMonth: Float64Array.from(rows[0]!.map((_, month) => sum(rows.map((row) => row[month]!)))),
});
const matched = (postings: number[][], asks: number[][]): (number | null)[] => {
  const counts = sparse(postings);
  return matchedShares(counts, asked(asks), linkedMonths(counts));
};

describe("matched share", () => {
  it("is the level of a Poisson model with fixed effects of sources and months", () => {
    // statsmodels 0.15.0: GLM(asks, [source dummies, month dummies], family=Poisson(), offset=log(postings)).fit();
    // exp(month effects) times sum(asks) / sum(postings * exp(month effects))
    const published = [0.323420247, 0.268076136, 0.230166295, 0.215559844, 0.179057212, 0.181419853];
    const postings = [
      [100, 120, 90, 110, 0, 0],
      [0, 50, 300, 280, 310, 290],
      [40, 0, 45, 0, 50, 60],
    ];
    const asks = [
      [10, 9, 6, 7, 0, 0],
      [0, 20, 101, 88, 80, 77],
      [1, 0, 1, 0, 2, 1],
    ];
    for (const [month, share] of matched(postings, asks).entries()) expect(share).toBeCloseTo(published[month]!, 4);
  });

  it("is the raw share where there is one source", () => {
    expect(matched([[10, 0, 20]], [[1, 0, 4]])).toEqual([expect.closeTo(0.1, 12), null, expect.closeTo(0.2, 12)]);
  });

  it("is zero in a month without asks, and null where no source of the month ever asks", () => {
    const shares = matched(
      [
        [50, 50, 0],
        [0, 50, 50],
      ],
      [
        [5, 0, 0],
        [0, 0, 0],
      ],
    );
    expect(shares).toEqual([expect.closeTo(0.1, 12), 0, null]);
    expect(matched([[50, 50]], [[0, 0]])).toEqual([null, null]);
    expect(matched([[]], [[]])).toEqual([]);
  });

  it.each([
    ["one source with a gap of less than a year", [[5, 0, 0, 5]], "1111"],
    [
      "all sources changed at once",
      [
        [90, 90, 0, 0],
        [0, 0, 90, 90],
      ],
      "0011",
    ],
    [
      "sources that overlap a month",
      [
        [90, 90, 90, 0],
        [0, 0, 90, 90],
      ],
      "1111",
    ],
    [
      "an overlap of five postings",
      [
        [900, 900, 5, 0],
        [0, 0, 900, 900],
      ],
      "0011",
    ],
    [
      "a small source that goes on beside a large new one",
      [
        [40, 40, 40, 40],
        [0, 0, 900, 900],
      ],
      "1111",
    ],
    ["nothing at all", [[0, 0]], "00"],
  ])("compares months of %s", (_, rows, linked) => {
    expect(linkedMonths(sparse(rows)).map(Number).join("")).toBe(linked);
  });

  const THIRD: [string, (month: number) => number][] = [
    ["joins", (month) => (month >= 24 ? 150 : 0)],
    ["leaves", (month) => (month < 36 ? 150 : 0)],
    ["triples", (month) => (month >= 30 ? 300 : 100)],
  ];

  it.each(THIRD)("moves less than a tenth of the raw one in flat markets in which a source %s", (_, third) => {
    const next = random(11);
    const binomial = (n: number, p: number): number => Array.from({ length: n }, next).filter((u) => u < p).length;
    const months = Array.from({ length: 60 }, (_month, month) => month);
    const postings = [months.map(() => 100), months.map(() => 200), months.map(third)];
    const logChange = (early: number, late: number): number => Math.log(late / early);
    const moves = Array.from({ length: 60 }, () => {
      const asks = postings.map((row, source) => row.map((n) => binomial(n, [0.25, 0.1, 0.5][source]!)));
      const shares = matched(postings, asks) as number[];
      const pooled = (from: number, to: number): number =>
        sum(asks.map((row) => sum(row.slice(from, to)))) / sum(postings.map((row) => sum(row.slice(from, to))));
      return {
        raw: logChange(pooled(0, 12), pooled(48, 60)),
        level: logChange(sum(shares.slice(0, 12)), sum(shares.slice(48))),
      };
    });
    const [raw, level] = [sum(moves.map((move) => move.raw)), sum(moves.map((move) => move.level))];
    expect(Math.abs(raw / 60)).toBeGreaterThan(0.3);
    expect(Math.abs(level)).toBeLessThan(0.02 * Math.abs(raw));
    expect(sum(moves.map((move) => Math.abs(move.level)))).toBeLessThan(0.1 * Math.abs(raw));
  });

  it("does not drift: flat series of sources that come and go stay flat", () => {
    const next = random(7);
    const binomial = (n: number, p: number): number => Array.from({ length: n }, next).filter((u) => u < p).length;
    const changes = Array.from({ length: 60 }, () => {
      const rates = Array.from({ length: 8 }, () => 0.02 * 20 ** next());
      const postings = rates.map((_, source) => {
        const from = source < 2 ? 0 : Math.floor(next() * 40);
        return Array.from({ length: 60 }, (_, month) => (month >= from && (source < 1 || month < from + 30) ? 60 : 0));
      });
      const asks = postings.map((row, source) => row.map((n) => binomial(n, Math.min(0.5, rates[source]!))));
      const shares = matched(postings, asks);
      return Math.log(sum(shares.slice(48) as number[]) / sum(shares.slice(0, 12) as number[]));
    });
    const mean = sum(changes) / changes.length;
    const deviation = Math.sqrt(sum(changes.map((change) => (change - mean) ** 2)) / changes.length);
    expect(deviation).toBeLessThan(0.25);
    expect(Math.abs(mean)).toBeLessThan((3 * deviation) / Math.sqrt(changes.length));
  });
});

describe("matched share of a lake", () => {
  const MONTHS = 48;
  interface Board {
    source: string;
    /** One posting in so many asks. */
    oneIn: number;
    count(month: number): number;
  }
  const steady: Board[] = [
    { source: "county", oneIn: 4, count: () => 20 },
    { source: "archive", oneIn: 10, count: () => 30 },
  ];
  const third = (count: (month: number) => number): Board => ({ source: "third", oneIn: 2, count });
  const VARIANTS: [string, Board[]][] = [
    ["joins", [...steady, third((month) => (month >= 20 ? 40 : 0))]],
    ["leaves", [...steady, third((month) => (month < 30 ? 40 : 0))]],
    ["triples", [...steady, third((month) => (month >= 24 ? 60 : 20))]],
  ];

  const postingsOf = ({ source, oneIn, count }: Board): GivenPosting[] =>
    Array.from({ length: MONTHS }, (_, month) =>
      Array.from({ length: count(month) }, (_, i) => ({
        id: `${source}-${month}-${i}`,
        source,
        posted_on: `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-15`,
        asks: i % oneIn === 0 ? ["net-one required"] : [],
      })),
    ).flat();

  /** Change of the log of the share between the first and the last year. */
  const changesOf = async (boards: Board[]): Promise<{ raw: number; matched: number; effective: number }> => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf({ postings: boards.flatMap(postingsOf) }));
    const { path } = await buildWarehouse({
      dataDir,
      taxonomyDir: TAXONOMY,
      extractor: EXTRACTOR,
      taxonomyVersion: "t1",
    });
    const change = (column: string): string =>
      `ln(avg(${column}) FILTER (month >= DATE '2023-01-01') / avg(${column}) FILTER (month < DATE '2021-01-01'))`;
    const [row] = await queryRows<{ raw: number; matched: number; effective: number }>(
      `SELECT ${change("share")} AS raw, ${change("share_matched")} AS matched, count(share_matched) AS effective
       FROM marts.certificate_month WHERE certificate_id = 'net-one' AND scope = 'all'`,
      { path },
    );
    return row!;
  };

  it.each(VARIANTS)(
    "moves less than a tenth of the raw one when a source %s",
    { timeout: 60_000 },
    async (_, boards) => {
      const { raw, matched: level, effective } = await changesOf(boards);
      expect(Number(effective)).toBe(MONTHS);
      expect(Math.abs(raw)).toBeGreaterThan(0.1);
      expect(Math.abs(level)).toBeLessThan(0.1 * Math.abs(raw));
    },
  );
});
