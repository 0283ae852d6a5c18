import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { itemsOf } from "../pipelines/crawl/drift/items.js";
import { driftOf, type FieldStats, FieldTally, fieldsOf, remembered } from "../pipelines/crawl/drift.js";
import { random } from "./support/random.js";

const NONE = { unknown: [], vanished: [] };

type Item = Record<string, unknown>;

const statsOf = (...bodies: string[]): FieldStats => {
  const tally = new FieldTally();
  for (const body of bodies) tally.take(body, "application/json");
  return tally.toJSON();
};

const board = (items: unknown[]): FieldStats => statsOf(JSON.stringify({ total: items.length, jobs: items }));

const many = (count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, i) => make(i));

const advert = (index: number): Item => ({
  id: index,
  title: `Welder ${index}`,
  office: { city: "Ames", zip: "50010" },
});

const renamed = (item: Item, from: string, to: string): Item =>
  Object.fromEntries(Object.entries(item).map(([key, value]) => [key === from ? to : key, value]));

describe("the fields of an answer", () => {
  test.each([
    [
      "a list",
      '{"total": 2, "jobs": [{"id": 1, "pay": null}, {"id": 2, "pay": {"min": 3}}]}',
      "",
      "jobs[]",
      2,
      { id: 2, pay: 1, "pay.min": 1 },
    ],
    ["a bare list", '[{"id": 1}, {"id": 2}]', "application/json", "[]", 2, { id: 2 }],
    [
      "a list in a wrapper of one",
      '{"items": [{"list": [{"Id": "1", "Title": "a"}, {"Id": "2", "Title": "b"}]}]}',
      "",
      "items[].list[]",
      2,
      { Id: 2, Title: 2 },
    ],
    [
      "one advert with a list of its own",
      '{"id": 1, "title": "a", "text": "b", "url": "c", "offices": [{"city": "d"}]}',
      "",
      "",
      1,
      { id: 1, title: 1, text: 1, url: 1, offices: 1, "offices[].city": 1 },
    ],
    [
      "a list beside filters",
      JSON.stringify({
        jobs: many(20, advert),
        filters: many(6, (n) => ({ name: n, values: many(3, (m) => ({ id: m, count: m })) })),
      }),
      "",
      "jobs[]",
      20,
      { id: 20, title: 20, office: 20, "office.city": 20, "office.zip": 20 },
    ],
    [
      "a feed",
      "<?xml version='1.0'?><rss><channel><title>t</title><item><guid>1</guid><x:pay/></item><item><guid>2</guid></item></channel></rss>",
      "text/xml",
      "rss.channel.item[]",
      2,
      { guid: 2, "x:pay": 0 },
    ],
    [
      "a page with JSON-LD",
      '<html><script type="application/ld+json">{"@type": "JobPosting", "title": "a", "jobLocation": {"address": "b"}}</script></html>',
      "text/html",
      "JobPosting",
      1,
      { "@type": 1, title: 1, jobLocation: 1, "jobLocation.address": 1 },
    ],
    ["a page without", "<html><p>Jobs</p></html>", "text/html", "JobPosting", 0, {}],
    ["broken JSON", '{"jobs": [', "application/json", "", 0, {}],
  ])("%s", (_, body, type, root, items, fields) => {
    const found = fieldsOf(body, type);
    expect({ ...found, fields: Object.fromEntries(found.fields) }).toEqual({ root, items, fields });
  });

  it.each([
    ["numbers", { 7: "a", 12345: "b" }],
    ["dates", { "2026-01-05": "a", "2026-01-06T10:00:00Z": "b" }],
    ["ids", { "0f8fad5b-d9cb-469f-a165-70867728950e": "a", customfield_10023: "b" }],
    ["languages and countries", { en: "a", "de-AT": "b", FR: "c" }],
  ])("%s as keys are data", (_, map) => {
    expect(Object.keys(Object.fromEntries(fieldsOf(JSON.stringify({ map, id: 1, no: 2 }), "").fields))).toEqual([
      "map",
      "map.*",
      "id",
      "no",
    ]);
  });
});

describe("drift", () => {
  it("names a renamed field twice, and an object that came or went once", () => {
    const before = board(many(10, advert));
    expect(driftOf(before, board(many(6, (n) => renamed(advert(n), "title", "name"))))).toEqual({
      unknown: ["jobs[].name"],
      vanished: ["jobs[].title"],
    });
    expect(driftOf(before, board(many(6, (n) => renamed(advert(n), "office", "place"))))).toEqual({
      unknown: ["jobs[].place"],
      vanished: ["jobs[].office"],
    });
  });

  it("names a field that is still there but holds nothing any more", () => {
    const emptied = board(many(6, (n) => ({ ...advert(n), title: "" })));
    expect(driftOf(board(many(10, advert)), emptied)).toEqual({ unknown: [], vanished: ["jobs[].title"] });
  });

  it("names a list that was renamed", () => {
    const body = JSON.stringify({ positions: many(10, advert) });
    expect(driftOf(board(many(10, advert)), statsOf(body))).toEqual({ unknown: ["positions[]"], vanished: ["jobs[]"] });
  });

  it.each([
    ["the same fields", many(10, advert), many(10, advert)],
    ["too few adverts before", many(4, advert), many(9, (n) => renamed(advert(n), "title", "name"))],
    ["too few adverts now", many(50, advert), many(1, (n) => renamed(advert(n), "title", "name"))],
    [
      "a field that few adverts have",
      many(50, advert),
      many(50, (n) => ({ ...advert(n), ...(n < 3 ? { pay: 1 } : {}) })),
    ],
    [
      "a field that only some had",
      many(50, (n) => ({ ...advert(n), ...(n < 30 ? { pay: 1 } : {}) })),
      many(20, advert),
    ],
    [
      "a field that was empty and is filled",
      many(10, (n) => ({ ...advert(n), pay: null })),
      many(9, (n) => ({ ...advert(n), pay: n })),
    ],
    ["no adverts now", many(50, advert), []],
  ])("is none for %s", (_, before, now) => {
    expect(driftOf(board(before), board(now))).toEqual(NONE);
  });

  it("is none in a map whose keys are words, however many", () => {
    const keyed = (from: number) => many(40, (n) => ({ ...advert(n), by: { [`team${from + n}x`]: { head: "a" } } }));
    const word = (n: number) => `team ${"abcdefghij"[n % 10]}${"klmnopqrst"[Math.floor(n / 10) % 10]}`;
    const words = (from: number) =>
      many(50, (n) => ({ ...advert(n), by: { [word(from + n)]: { head: "a" }, [word(from + n + 1)]: { head: "b" } } }));
    expect(driftOf(statsOf(...[0, 50].map((from) => JSON.stringify({ jobs: words(from) }))), board(words(25)))).toEqual(
      NONE,
    );
    expect(driftOf(board(keyed(0)), board(keyed(40)))).toEqual(NONE);
  });

  it("is hardly ever found between two samples of the same adverts, however many of their fields are optional", () => {
    const next = random(11);
    const optional = Array.from(
      { length: 40 },
      (_, index) => [`field${"abcdefghij"[index % 10]}${index % 4}`, next()] as const,
    );
    const draw = (count: number): Item[] =>
      many(count, (n) => ({
        ...advert(n),
        ...Object.fromEntries(optional.filter(([, share]) => next() < share * share)),
      }));
    let alarms = 0;
    for (let round = 0; round < 300; round += 1) {
      const { unknown, vanished } = driftOf(board(draw(5 + (round % 60))), board(draw(1 + (round % 50))));
      alarms += unknown.length + vanished.length;
    }
    expect(alarms).toBeLessThan(4);
  });
});

describe("what is remembered", () => {
  const before = board(many(50, advert));
  const now = board(many(50, (n) => renamed(advert(n), "title", "name")));

  it("knows a new field after one night, and a vanished one as optional after some", () => {
    const after = remembered(before, now);
    expect(driftOf(after, now)).toEqual(NONE);
    const long = Array.from({ length: 9 }).reduce<FieldStats>((memory) => remembered(memory, before), before);
    expect(driftOf(long, now).vanished).toEqual(["jobs[].title"]);
    expect(driftOf(remembered(remembered(long, now), now), now)).toEqual(NONE);
  });

  it("keeps the fields of a list that was not asked for tonight", () => {
    const details = statsOf(...many(12, advert).map((item) => JSON.stringify(item)));
    const night = remembered(before, details);
    expect(night["jobs[]"]).toEqual(before["jobs[]"]);
    expect(driftOf(night, details)).toEqual(NONE);
  });

  it("stays below 20 KB, survives being written, and calls nothing unknown that it may have dropped", () => {
    const wide = (from: number) =>
      many(20, () =>
        Object.fromEntries(
          many(150, (n) => ({ n })).map((_, n) => [`${"column".repeat(5)}-${from + n}`, { value: n }]),
        ),
      );
    const memory = remembered(board(wide(100)), board(wide(300)));
    const again = remembered(memory, board(wide(500)));
    const text = JSON.stringify(remembered(again, board(wide(700))));
    expect(text.length).toBeLessThan(20_000);
    expect(driftOf(JSON.parse(text) as FieldStats, board(wide(100)))).toMatchObject({ unknown: [] });
  });

  it("looks at twenty answers at most, late ones among them, and at fifty adverts of each", () => {
    const tally = new FieldTally();
    for (let page = 1; page <= 5000; page += 1)
      tally.take(JSON.stringify({ jobs: many(page === 64 ? 100 : 60, advert) }), "");
    expect(tally.toJSON()["jobs[]"]!.items).toBe(20 * 50);
  });
});

const recorded = packagePath("..", "shared", "data", "ats", "recorded");
const present = existsSync(recorded);
if (!present) process.stdout.write("skipped: drift between recorded answers, since ../shared/data/ats is not there\n");

const recordedLists = (present ? readdirSync(recorded) : []).flatMap((file) => {
  const { items } = itemsOf(readFileSync(join(recorded, file), "utf8"), "");
  return items.length >= 10 ? [[file, items as Item[]] as const] : [];
});

describe.skipIf(!present)("recorded answers of real boards", () => {
  it("are lists of six platforms at least", () => {
    expect(recordedLists.length).toBeGreaterThanOrEqual(6);
  });

  it.each(recordedLists)("%s has no drift between its parts", (_, items) => {
    const half = Math.floor(items.length / 2);
    const parts = [
      items.slice(0, half),
      items.slice(half),
      items.filter((_, i) => i % 2 === 0),
      items.filter((_, i) => i % 3 > 0),
    ];
    for (const one of parts) for (const other of parts) expect(driftOf(board(one), board(other))).toEqual(NONE);
  });

  it.each(recordedLists)("%s has each of its common fields named when it is renamed, and no other", (_, items) => {
    const { items: looked, fields } = board(items)["jobs[]"]!;
    const common = Object.keys(items[0]!).filter((key) => (fields[key] ?? 0) >= 0.8 * looked);
    expect(common.length).toBeGreaterThan(0);
    for (const key of common) {
      const now = board(items.map((item) => renamed(item, key, "somethingElse")));
      expect(driftOf(board(items), now)).toEqual({ unknown: ["jobs[].somethingElse"], vanished: [`jobs[].${key}`] });
    }
  });
});
