import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Extractor } from "../../extractors/extraction.js";
import { labelReader, linkSentence } from "./labelled/linking.js";
import { isUnseen, type MarkedSentence } from "./labelled/sentence.js";
import { type Layer, LINKED_SETS, type LinkedSet, MARKED_SETS, type MarkedSet } from "./labelled/sets.js";
import { compareSpans, type Measure, ourSpans } from "./labelled/spans.js";
import { type Figure, figureOf, type Mean, meanOf } from "./labelled/tally.js";

/** Our spans against a layer of a set of marked sentences. */
export interface SpanResult extends Record<Measure, Figure> {
  set: string;
  layer: string;
  sentences: number;
  /** Overlap on the half of the sentences that was not looked at while rows were added. */
  unseen: Figure;
  published: string;
  source: string;
}

/** Our links against the ESCO labels of a set. */
export interface LinkResult {
  set: string;
  sentences: number;
  links: Figure;
  unseen: Figure;
  rp5: Mean;
  mrr: Mean;
  /** Labels in all, and how many of them our vocabulary has a name for: more cannot be found. */
  labels: number;
  known: number;
  published: string;
  source: string;
}

export interface LabelledReport {
  folder: string;
  extractor: string;
  spans: SpanResult[];
  links: LinkResult[];
  /** Sets whose file the folder lacks. */
  absent: string[];
  differences: Record<string, string>;
}

function spanResult(extractor: Extractor, set: string, sentences: readonly MarkedSentence[], layer: Layer): SpanResult {
  const compared = sentences.map((one) =>
    compareSpans(
      layer.layers.flatMap((name) => one.layers[name] ?? []),
      ourSpans(extractor, one, layer.wants),
    ),
  );
  const figure = (measure: Measure): Figure => figureOf(compared.map((one) => one[measure]));
  const unseen = compared.filter((_, at) => isUnseen(sentences[at]!.tokens.join(" ")));
  return {
    set,
    layer: layer.name,
    sentences: sentences.length,
    strict: figure("strict"),
    overlap: figure("overlap"),
    token: figure("token"),
    sentence: figure("sentence"),
    unseen: figureOf(unseen.map(({ overlap }) => overlap)),
    published: layer.published.figure,
    source: layer.published.source,
  };
}

function markedResults(extractor: Extractor, folder: string, { id, file, read, layers }: MarkedSet): SpanResult[] {
  const sentences = read(join(folder, file));
  return layers.map((layer) => spanResult(extractor, id, sentences, layer));
}

function linkResult(extractor: Extractor, folder: string, { id, file, read, published }: LinkedSet): LinkResult {
  const idsOf = labelReader(extractor);
  const sentences = read(join(folder, file));
  const linked = sentences.map((one) => linkSentence(extractor, idsOf, one));
  const unseen = linked.filter((_, at) => isUnseen(sentences[at]!.text));
  return {
    set: id,
    sentences: sentences.length,
    links: figureOf(linked.map(({ tally }) => tally)),
    unseen: figureOf(unseen.map(({ tally }) => tally)),
    rp5: meanOf(linked.map(({ rp5 }) => rp5)),
    mrr: meanOf(linked.map(({ reciprocal }) => reciprocal)),
    labels: linked.reduce((sum, { tally }) => sum + tally.wanted, 0),
    known: linked.reduce((sum, { known }) => sum + known, 0),
    published: published.figure,
    source: published.source,
  };
}

/** Measures our skills on the public labelled sets that a folder holds. Throws where it holds none of them. */
export function evaluateLabelled(folder: string, extractor: Extractor): LabelledReport {
  const isThere = ({ file }: { file: string }): boolean => existsSync(join(folder, file));
  const sets = [...MARKED_SETS, ...LINKED_SETS];
  if (!sets.some(isThere))
    throw new Error(`${folder} holds none of the labelled sets: ${sets.map(({ file }) => file).join(", ")}`);
  return {
    folder,
    extractor: extractor.version,
    spans: MARKED_SETS.filter(isThere).flatMap((set) => markedResults(extractor, folder, set)),
    links: LINKED_SETS.filter(isThere).map((set) => linkResult(extractor, folder, set)),
    absent: sets.filter((set) => !isThere(set)).map(({ id }) => id),
    differences: Object.fromEntries(sets.filter(isThere).map(({ id, difference }) => [id, difference])),
  };
}
