import { describe, expect, it } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { simulateMarket } from "../pipelines/demo/market.js";
import { streamOf } from "../pipelines/demo/random.js";
import { createWriter } from "../pipelines/demo/text/compose.js";
import { toHtml, toText } from "../pipelines/demo/text/document.js";
import { MARKUPS } from "../pipelines/demo/text/markup.js";
import { say } from "../pipelines/demo/text/phrase.js";

const market = simulateMarket({ years: 2, seed: 7, postings: 2400, today: "2026-10-31" });
const write = createWriter(market.words);
const postings = [...market.postings()];
const texts = postings.map((posting) => {
  const { blocks, habits } = write(posting);
  return toText(blocks, habits);
});

describe("phrases", () => {
  const facts = { city: "Erie" };
  it.each([
    ["plain words", /^plain words$/],
    ["in {city}, {2-2} days", /^in Erie, 2 days$/],
    ["[one|other] way", /^(one|other) way$/],
    ["{1873-1873} and {187300-187300}", /^1873 and 190,000$/],
  ])("%s", (phrase, said) => expect(say(phrase, facts, streamOf(phrase))).toMatch(said));

  it("name what they lack", () => {
    expect(() => say("in {town}", facts, streamOf("x"))).toThrow("{town}");
  });
});

describe("documents", () => {
  const blocks = [
    { kind: "heading", text: "R&D" },
    { kind: "list", lines: ["a < b", 'say "so"'] },
    { kind: "paragraph", text: "one\ntwo" },
  ] as const;

  it("become plain text by an employer's habits", () => {
    expect(toText(blocks, { bullet: "- ", heading: (text) => `${text}:` })).toBe(
      'R&D:\n- a < b\n- say "so"\n\none\ntwo',
    );
  });

  it("become mark-up with everything escaped", () => {
    expect(toHtml(blocks, MARKUPS.greenhouse)).toBe(
      "<h3><strong>R&amp;D</strong></h3>\n<ul>\n<li>a &lt; b</li>\n<li>say &quot;so&quot;</li>\n</ul>\n<p>one<br>two</p>",
    );
  });
});

describe("texts of the market", () => {
  it("are whole: nothing unfilled, no empty parts, of a usual length", () => {
    for (const [i, text] of texts.entries()) {
      expect(text, postings[i]!.title).not.toMatch(
        /[{}[\]]|undefined|NaN|\n\n\n|(?<![\d-])1 (years|months)\b|[^.]\.\.(\s|$)/,
      );
      expect(text.length).toBeGreaterThan(450);
      expect(text.length).toBeLessThan(4000);
    }
    const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
    expect(mean).toBeGreaterThan(1300);
    expect(mean).toBeLessThan(2500);
  });

  it("differ from each other, copies excepted", () => {
    const originals = texts.filter((_, i) => postings[i]!.copyOf === undefined);
    expect(new Set(originals).size).toBe(originals.length);
    const byId = new Map(postings.map(({ board, requisition }, i) => [`${board.id} ${requisition}`, texts[i]!]));
    for (const [i, { copyOf }] of postings.entries()) {
      if (copyOf !== undefined) expect(texts[i]).toBe(byId.get(`${copyOf.source} ${copyOf.requisition}`));
    }
  });

  it("open in many ways and come in many shapes", () => {
    const opening = (text: string): string => text.split("\n", 2).join(" ").slice(0, 90);
    expect(new Set(texts.map(opening)).size / texts.length).toBeGreaterThan(0.6);
    const shapeOf = (text: string): string =>
      text
        .split("\n\n")
        .map((part) => `${/^\S.{0,40}$/.test(part.split("\n")[0]!) ? "h" : "p"}${Math.min(part.split("\n").length, 3)}`)
        .join("");
    expect(new Set(texts.map(shapeOf)).size).toBeGreaterThan(80);
  });

  it("name every certificate that they ask for", () => {
    const surfaces = new Map(market.words.certificates.map((entry) => [entry.id, entry.surfaces]));
    for (const [i, { asks }] of postings.entries()) {
      const text = texts[i]!.toLowerCase();
      for (const { certificate } of asks) {
        const named = surfaces.get(certificate)!.some((surface) => text.includes(surface.toLowerCase()));
        expect(named, `${certificate} in\n${texts[i]}`).toBe(true);
      }
    }
  });
});

describe("extraction from the market", () => {
  const taxonomy = loadTaxonomy();
  const extractor = createExtractor(taxonomy);
  const read = postings.slice(0, 1200).map(({ title }, i) => extractor.extract({ title, text: texts[i]! }).mentions);

  it("finds what is asked for", () => {
    let [asked, found] = [0, 0];
    for (const [i, mentions] of read.entries()) {
      const seen = new Set(mentions.map(({ entity }) => entity));
      asked += postings[i]!.asks.length;
      found += postings[i]!.asks.filter(({ certificate }) => seen.has(certificate)).length;
    }
    expect(asked).toBeGreaterThan(700);
    expect(found / asked).toBeGreaterThanOrEqual(0.95);
  });

  it("finds the skills of data entry where they are planted, and nowhere else", () => {
    const links = taxonomy.certificateSkills.filter(({ certificate }) => certificate === "data-entry-certificate");
    const attested = new Set(links.map(({ skill }) => skill));
    const wrong = read.filter((mentions, i) => {
      const planted = postings[i]!.skills.includes("data-entry");
      return planted !== mentions.some(({ entity }) => attested.has(entity));
    });
    expect(wrong.length / read.length).toBeLessThan(0.01);
  });
});
