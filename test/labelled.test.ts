import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { linkSentence } from "../pipelines/evaluation/labelled/linking.js";
import { formatLabelled } from "../pipelines/evaluation/labelled/markdown.js";
import { readGreen, readLinked, readSkillSpan } from "../pipelines/evaluation/labelled/read.js";
import { isUnseen, spansOf } from "../pipelines/evaluation/labelled/sentence.js";
import { compareSpans } from "../pipelines/evaluation/labelled/spans.js";
import { figureOf, meanOf } from "../pipelines/evaluation/labelled/tally.js";
import { evaluateLabelled } from "../pipelines/evaluation/labelled.js";

const extractor = createExtractor(loadTaxonomy());
const INVENTED = packagePath("test", "input", "labelled");

const fileOf = (name: string, text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), "labelled-")), name);
  writeFileSync(file, text);
  return file;
};

describe("spans", () => {
  it.each([
    [["B", "I", "O", "B"], "", ["0-2", "3-4"]],
    [["I", "I", "O"], "", ["0-2"]],
    [["B", "B"], "", ["0-1", "1-2"]],
    [["B-Skill", "I-Skill", "B-Domain"], "Skill", ["0-2"]],
    [["O", "O"], "Skill", []],
  ])("reads %j of type %j as %j", (tags, type, wanted) => {
    expect(spansOf(tags, type).map(({ start, end }) => `${start}-${end}`)).toEqual(wanted);
  });

  it("compares strictly, by overlap, by token and by sentence", () => {
    const compared = compareSpans([{ start: 0, end: 4 }], [{ start: 2, end: 4 }]);
    expect(compared.strict).toEqual({ given: 1, right: 0, wanted: 1, found: 0 });
    expect(compared.overlap).toEqual({ given: 1, right: 1, wanted: 1, found: 1 });
    expect(compared.token).toEqual({ given: 2, right: 2, wanted: 4, found: 2 });
    expect(compared.sentence).toEqual({ given: 1, right: 1, wanted: 1, found: 1 });
  });
});

describe("figures", () => {
  const tallies = Array.from({ length: 40 }, (_, at) => ({ given: 2, right: at % 2, wanted: 1, found: at % 2 }));

  it("are micro-averaged, with an interval that holds them and does not move", () => {
    const figure = figureOf(tallies);
    expect(figure).toMatchObject({ given: 80, right: 20, wanted: 40, found: 20, precision: 0.25, recall: 0.5 });
    expect(figure.f1).toBeCloseTo(1 / 3);
    expect(figure.f1_95.low).toBeLessThan(figure.f1);
    expect(figure.f1_95.high).toBeGreaterThan(figure.f1);
    expect(figureOf(tallies)).toEqual(figure);
  });

  it("are 0 where nothing was wanted or given", () => {
    expect(figureOf([]).f1).toBe(0);
    expect(meanOf([]).value).toBe(0);
  });

  it("halve a set by its sentences, about evenly", () => {
    const unseen = Array.from({ length: 1000 }, (_, at) => isUnseen(`sentence ${at}`)).filter(Boolean).length;
    expect(Math.abs(unseen - 500)).toBeLessThan(80);
  });
});

describe("links", () => {
  const idsOf = (label: string): string[] => ({ python: ["python"], team: ["teamwork"] })[label] ?? [];

  it("count labels found and links that are right, and rank by place in the sentence", () => {
    const linked = linkSentence(extractor, idsOf, {
      text: "We look for welding and teamwork.",
      labels: ["python", "team", "unknown"],
    });
    expect(linked.tally).toEqual({ given: 2, right: 1, wanted: 3, found: 1 });
    expect(linked).toMatchObject({ rp5: 1 / 3, reciprocal: 0.5, known: 2 });
  });
});

describe("the invented sets", () => {
  const report = evaluateLabelled(INVENTED, extractor);
  const span = (set: string, layer: string) => report.spans.find((one) => one.set === set && one.layer === layer)!;

  it("score names as knowledge and manners as skills", () => {
    expect(span("skillspan", "knowledge")).toMatchObject({ sentences: 3, strict: { right: 1, wanted: 1 } });
    expect(span("skillspan", "skill")).toMatchObject({
      strict: { given: 1, right: 0, wanted: 2 },
      overlap: { right: 1, found: 1 },
    });
    expect(span("green", "skill")).toMatchObject({ sentences: 2, strict: { given: 2, right: 2, wanted: 2 } });
    expect(span("sayfullina", "soft")).toMatchObject({ strict: { found: 1, wanted: 2 } });
  });

  it("link to labels by their names; sentences without a label are left out", () => {
    expect(report.links).toHaveLength(1);
    expect(report.links[0]).toMatchObject({
      sentences: 1,
      labels: 3,
      known: 2,
      links: { given: 2, right: 2, wanted: 3, found: 2 },
      mrr: { value: 1 },
    });
    expect(report.absent).toEqual(["decorte-house", "decorte-techwolf"]);
  });

  it("are told as markdown, beside what others reported", () => {
    const text = formatLabelled(report);
    expect(text).toContain("| skillspan knowledge | 3 | 100.0 (");
    expect(text).toContain("JobSpanBERT");
    expect(text).toContain("Not in ");
  });
});

describe("files that are not as they should be", () => {
  it.each([
    ["a folder without sets", () => evaluateLabelled(tmpdir(), extractor), /none of the labelled sets/],
    ["a line without tags", () => readSkillSpan(fileOf("a.json", '{"tokens": ["a"]}\n')), /a\.json:1: tokens, tags_/],
    ["a row too short", () => readGreen(fileOf("b.csv", "sentence_id,word,pos,tag\n1,a\n")), /b\.csv:2: sentence_id/],
    ["another head", () => readLinked(fileOf("c.csv", "text,skill\na,b\n")), /c\.csv:1: columns sentence and label/],
    ["an open quote", () => readLinked(fileOf("d.csv", 'sentence,label\n"a,b\n')), /d\.csv:2: the quotes/],
  ])("%s is refused with its place", (_, read, message) => {
    expect(read).toThrow(message);
  });
});

const REAL = packagePath("..", "shared", "data", "labelled");
if (!existsSync(REAL))
  process.stdout.write("labelled: ../shared/data/labelled is not there, so skills are not measured\n");

// Floors a little below what was measured, so that a loss is noticed, not a sentence that moves.
describe.skipIf(!existsSync(REAL))("the public sets", () => {
  const report = existsSync(REAL) ? evaluateLabelled(REAL, extractor) : null;

  it.each([
    ["skillspan", "both", 0.53],
    ["skillspan", "skill", 0.28],
    ["skillspan", "knowledge", 0.54],
    ["green", "skill", 0.51],
    ["sayfullina", "soft", 0.44],
  ])("%s %s: F1 by overlap stays above %d", (set, layer, floor) => {
    const found = report!.spans.find((one) => one.set === set && one.layer === layer);
    expect(found?.overlap.f1).toBeGreaterThan(floor);
  });

  it.each([
    ["decorte-tech", 0.37, 0.31],
    ["decorte-house", 0.31, 0.24],
    ["decorte-techwolf", 0.41, 0.33],
  ])("%s: F1 of links stays above %d, RP@5 above %d", (set, f1, rp5) => {
    const found = report!.links.find((one) => one.set === set);
    expect(found?.links.f1).toBeGreaterThan(f1);
    expect(found?.rp5.value).toBeGreaterThan(rp5);
  });
});
