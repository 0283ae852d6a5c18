import { describe, expect, it } from "vitest";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { dayOf, isoOf, monthOf, monthOfName, weekdayOf } from "../pipelines/demo/calendar.js";
import { simulateMarket } from "../pipelines/demo/market.js";
import { createModel, plannedShare } from "../pipelines/demo/model.js";
import { DEMO_DEFAULTS, type DemoOptions } from "../pipelines/demo/options.js";
import { modelSlope, PLANTED } from "../pipelines/demo/planted.js";
import { type DemoPosting, isDemand } from "../pipelines/demo/posting.js";
import { hashOf, indexIn, streamOf, uniformOf } from "../pipelines/demo/random.js";
import { startOf } from "../pipelines/demo/span.js";
import { vocabulary } from "../pipelines/demo/vocabulary.js";

const SMALL: DemoOptions = { years: 2, seed: 7, postings: 3000, today: "2026-10-31" };
const idOf = ({ board, requisition }: DemoPosting): string => `${board.id} ${requisition}`;
const stateOf = ({ board, home, occupation, place, ...rest }: DemoPosting): string =>
  JSON.stringify([board.id, home.id, occupation.id, place.region, rest]);

describe("random streams", () => {
  it("depend on their keys alone, and differ by each of them", () => {
    const keys = [[1], [2], [1, 0], [1, "a"], [1, "b"], ["1"], [1, 2, 3], [3, 2, 1], [2 ** 40], [0]] as const;
    const first = keys.map((key) => streamOf(...key).next());
    expect(new Set(first).size).toBe(keys.length);
    expect(keys.map((key) => streamOf(...key).next())).toEqual(first);
  });

  it("are even: mean and spread of a uniform number, streams and hashes alike", () => {
    const random = streamOf("even");
    for (const next of [() => random.next(), (i: number) => uniformOf(i, "even")]) {
      const values = Array.from({ length: 20_000 }, (_, i) => next(i));
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
      expect(mean).toBeCloseTo(0.5, 1.8);
      expect(variance).toBeCloseTo(1 / 12, 2);
    }
    expect(hashOf(1)).toBeLessThan(2 ** 32);
  });

  it("draw from running sums in proportion", () => {
    const counts = [0, 0, 0];
    for (let i = 0; i < 8000; i++) counts[indexIn([1, 1, 4], (i + 0.5) / 8000)]!++;
    expect(counts).toEqual([2000, 0, 6000]);
  });
});

describe("calendar", () => {
  it.each(["2026-02-31", "26-1-1", "2026-13-01", "", "today"])("refuses %j by name", (iso) => {
    expect(() => dayOf(iso)).toThrow(`"${iso}"`);
  });

  it("counts days, months and weekdays", () => {
    expect(isoOf(dayOf("2024-02-29") + 1)).toBe("2024-03-01");
    expect(monthOf(dayOf("2026-01-31")) - monthOfName("2025-12")).toBe(1);
    expect(weekdayOf(dayOf("2026-11-02"))).toBe(0);
  });

  it.each([
    ["2026-10-31", "2020-11-01"],
    ["2026-11-01", "2020-11-01"],
    ["2027-10-30", "2020-11-01"],
    ["2027-10-31", "2021-11-01"],
    ["2028-02-29", "2021-11-01"],
  ])("a market of six years until %s starts on %s", (today, start) => {
    expect(isoOf(startOf({ ...DEMO_DEFAULTS, today }))).toBe(start);
  });
});

describe("options", () => {
  it.each([
    [{ years: 0 }, "years: 0"],
    [{ years: 1.5 }, "years: 1.5"],
    [{ postings: 0 }, "postings: 0"],
    [{ postings: Number.NaN }, "postings: NaN"],
    [{ seed: 0.5 }, "seed: 0.5"],
    [{ today: "2026-02-30" }, '"2026-02-30"'],
  ])("%j are refused with the value", (wrong, message) => {
    expect(() => simulateMarket({ ...SMALL, ...wrong })).toThrow(message);
  });
});

describe("vocabulary", () => {
  const words = vocabulary();
  const taxonomy = loadTaxonomy();

  it("asks in occupations that exist, for certificates and codes of the taxonomy", () => {
    const occupations = new Set(words.occupations.map(({ id }) => id));
    for (const { id, asks } of [...words.certificates, ...words.skills]) {
      expect(
        Object.keys(asks).filter((name) => !occupations.has(name)),
        id,
      ).toEqual([]);
    }
    expect(words.certificates.map(({ id }) => id).filter((id) => !taxonomy.certificates.has(id))).toEqual([]);
    expect(words.occupations.filter(({ soc }) => !taxonomy.occupations.has(soc)).map(({ id }) => id)).toEqual([]);
  });

  it("has enough of everything to vary", () => {
    for (const { id, duties, requirements, titles } of words.occupations) {
      expect(duties.length, id).toBeGreaterThanOrEqual(8);
      expect(requirements.length, id).toBeGreaterThanOrEqual(6);
      expect(titles.length, id).toBeGreaterThanOrEqual(3);
    }
    const employers = words.boards.flatMap((board) => board.employers);
    expect(new Set(employers).size).toBe(employers.length);
    expect(employers.length).toBeGreaterThanOrEqual(140);
    expect(words.boards).toHaveLength(12);
    expect(words.places.length).toBeGreaterThanOrEqual(12);
    const majors = new Set(words.occupations.map(({ soc }) => soc.slice(0, 2)));
    expect(majors.size).toBeGreaterThanOrEqual(16);
  });

  it("lets every layout describe the employer or the job, where mere mentions stand", () => {
    for (const { id, sections } of words.layouts) {
      const always = sections.filter(({ chance }) => chance === 1).map(({ part }) => part);
      expect(
        always.some((part) => part === "about" || part === "intro"),
        id,
      ).toBe(true);
    }
  });
});

describe("model", () => {
  const words = vocabulary();
  const model = createModel(words);
  const months = Array.from({ length: 72 }, (_, i) => monthOfName("2020-11") + i);

  it("puts every plan exactly on its line, whatever the mix of occupations does", () => {
    for (const demand of [...words.certificates, ...words.skills]) {
      if (demand.plan === undefined) continue;
      for (const month of months) expect(model.share(demand, month)).toBeCloseTo(plannedShare(demand.plan, month), 7);
    }
  });

  it("lets clerical work shrink, so that data entry falls within and between occupations", () => {
    const clerk = words.occupations.findIndex(({ id }) => id === "data-entry-clerk");
    const office = words.occupations.findIndex(({ id }) => id === "office-clerk");
    const entry = words.skills.find(({ id }) => id === "data-entry")!;
    const [first, last] = [months[0]!, months.at(-1)!];
    expect(model.mix(last)[clerk]!).toBeLessThan(0.4 * model.mix(first)[clerk]!);
    expect(model.chance(entry, office, last)).toBeLessThan(0.6 * model.chance(entry, office, first));
  });

  it("has the slopes that PLANTED tells", () => {
    for (const { certificate, slope_pct_year } of PLANTED) {
      expect(modelSlope(certificate, DEMO_DEFAULTS), certificate).toBeCloseTo(slope_pct_year, 1);
    }
    expect(modelSlope("data-entry", DEMO_DEFAULTS, "skills")).toBeCloseTo(-20, 1);
    expect(() => modelSlope("no-such", DEMO_DEFAULTS)).toThrow("no-such");
  });
});

describe("market", () => {
  const postings = [...simulateMarket(SMALL).postings()];

  it("is the same for the same options and another for another seed", () => {
    expect([...simulateMarket(SMALL).postings()].map(stateOf)).toEqual(postings.map(stateOf));
    const others = [...simulateMarket({ ...SMALL, seed: 8 }).postings()].map(({ title }) => title);
    expect(others.slice(0, 20)).not.toEqual(postings.slice(0, 20).map(({ title }) => title));
  });

  it("keeps every earlier posting when today moves on; some close, some are new", () => {
    const before = simulateMarket(SMALL);
    const after = simulateMarket({ ...SMALL, today: "2026-11-01" });
    const later = [...after.postings()];
    expect(later.slice(0, postings.length).map(stateOf)).toEqual(postings.map(stateOf));
    const [openBefore, openAfter] = [new Set([...before.open()].map(idOf)), new Set([...after.open()].map(idOf))];
    const gone = [...openBefore].filter((id) => !openAfter.has(id));
    const closedAfter = new Set([...after.closed()].map(idOf));
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.every((id) => closedAfter.has(id))).toBe(true);
    const wednesday = simulateMarket({ ...SMALL, today: "2026-11-04" });
    expect([...wednesday.open()].some((posting) => !openAfter.has(idOf(posting)))).toBe(true);
  });

  it("splits into what is closed and what is open", () => {
    const market = simulateMarket(SMALL);
    const parts = [...market.closed(), ...market.open()].map(stateOf);
    expect(parts.sort()).toEqual(postings.map(stateOf).sort());
  });

  it("makes about as many postings as asked, with ids of their own, open for 15 to 60 days", () => {
    expect(postings.length).toBeGreaterThan(2800);
    expect(postings.length).toBeLessThan(3250);
    expect(new Set(postings.map(idOf)).size).toBe(postings.length);
    for (const { posted, closed } of postings) {
      expect(closed - posted).toBeGreaterThanOrEqual(15);
      expect(closed - posted).toBeLessThanOrEqual(60);
    }
  });

  it("copies and reposts a few adverts", () => {
    const again = postings.filter(({ copyOf }) => copyOf !== undefined);
    const elsewhere = again.filter(({ copyOf, board }) => copyOf!.source !== board.id);
    expect(elsewhere.length).toBeGreaterThan(15);
    expect(again.length - elsewhere.length).toBeGreaterThan(10);
    const known = new Set(postings.map(idOf));
    for (const { copyOf } of again) expect(known.has(`${copyOf!.source} ${copyOf!.requisition}`)).toBe(true);
  });

  it("lets one board join in the middle, without a change of the whole", () => {
    const market = simulateMarket({ ...SMALL, today: "2024-10-31" });
    const joining = [...market.postings()].filter(({ board }) => board.id === "demo-cobalt-cloud");
    expect(joining.length).toBeGreaterThan(20);
    expect(isoOf(Math.min(...joining.map(({ posted }) => posted))) >= "2023-09-01").toBe(true);
  });
});

describe("planted asks of the default market", () => {
  const words = vocabulary();
  const model = createModel(words);
  const asked = new Map<string, number[]>();
  const totals: number[] = [];
  const employers = new Map<string, Set<string>>();
  const first = monthOf(startOf(DEMO_DEFAULTS));
  for (const posting of simulateMarket(DEMO_DEFAULTS).postings()) {
    if (posting.copyOf !== undefined) continue;
    const month = monthOf(posting.posted) - first;
    totals[month] = (totals[month] ?? 0) + 1;
    for (const id of [...posting.asks.filter(isDemand).map(({ certificate }) => certificate), ...posting.skills]) {
      const counts = asked.get(id) ?? asked.set(id, []).get(id)!;
      counts[month] = (counts[month] ?? 0) + 1;
      employers.set(id, (employers.get(id) ?? new Set()).add(posting.employer));
    }
  }
  const sum = (values: readonly (number | undefined)[]): number => values.reduce((all: number, x) => all + (x ?? 0), 0);

  it.each([...PLANTED.map(({ certificate }) => certificate), "data-entry", "soft"])(
    "%s is asked for as often as the model says, in every year",
    (id) => {
      const demand = [...words.certificates, ...words.skills].find((entry) => entry.id === id)!;
      for (let year = 0; year < 6; year++) {
        const span = Array.from({ length: 12 }, (_, i) => year * 12 + i);
        const shares = span.map((month) => model.share(demand, first + month));
        const expected = sum(span.map((month, i) => totals[month]! * shares[i]!));
        const deviation = Math.sqrt(sum(span.map((month, i) => totals[month]! * shares[i]! * (1 - shares[i]!))));
        const seen = sum(asked.get(id)!.slice(year * 12, year * 12 + 12));
        expect(Math.abs(seen - expected), `${id}, year ${year}: ${seen}, not ${expected}`).toBeLessThan(4 * deviation);
      }
    },
  );

  it("are enough for a verdict: 100 asks of 10 employers, and 8 a month of what must hold", () => {
    for (const { certificate, trend } of PLANTED) {
      expect(sum(asked.get(certificate)!), certificate).toBeGreaterThanOrEqual(trend === "flat" ? 8 * 72 : 100);
      expect(employers.get(certificate)!.size, certificate).toBeGreaterThanOrEqual(10);
    }
  });
});
