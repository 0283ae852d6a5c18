import { readFileSync } from "node:fs";
import { splitCsv } from "../../../models/taxonomy/csv.js";
import { type LinkedSentence, type MarkedSentence, spansOf } from "./sentence.js";

const broken = (file: string, line: number, what: string): Error => new Error(`${file}:${line}: ${what}`);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/** SkillSpan: one JSON object a line with `tokens`, `tags_skill` and `tags_knowledge` (BIO without a type). */
export function readSkillSpan(file: string): MarkedSentence[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    const { tokens, tags_skill, tags_knowledge } = JSON.parse(line) as Record<string, unknown>;
    if (!isTexts(tokens) || !isTexts(tags_skill) || !isTexts(tags_knowledge))
      throw broken(file, at + 1, "tokens, tags_skill and tags_knowledge were expected as lists of texts");
    return [{ tokens, layers: { skill: spansOf(tags_skill, ""), knowledge: spansOf(tags_knowledge, "") } }];
  });
}

/** Tokens with a tag each, put together to sentences. */
function toMarked(groups: Iterable<readonly { token: string; tag: string }[]>): MarkedSentence[] {
  return [...groups].map((rows) => ({
    tokens: rows.map(({ token }) => token),
    layers: {
      skill: spansOf(
        rows.map(({ tag }) => tag),
        "Skill",
      ),
    },
  }));
}

/** Green et al.: CSV with a token a row: sentence_id, word, pos, tag (BIO over five types, of which Skill is read). */
export function readGreen(file: string): MarkedSentence[] {
  const sentences = new Map<string, { token: string; tag: string }[]>();
  for (const { cells, line } of splitCsv(readFileSync(file, "utf8")).slice(1)) {
    const [id, token, , tag] = cells;
    if (id === undefined || token === undefined || tag === undefined)
      throw broken(file, line, "sentence_id, word, pos and tag were expected");
    const rows = sentences.get(id) ?? [];
    rows.push({ token, tag });
    sentences.set(id, rows);
  }
  return toMarked(sentences.values());
}

/** CoNLL: `token TAB tag` a line, a blank line between sentences. */
export function readConll(file: string): MarkedSentence[] {
  const blocks = readFileSync(file, "utf8").split(/\r?\n\r?\n/);
  const groups = blocks.map((block) =>
    block.split(/\r?\n/).flatMap((line) => {
      const [token, tag] = line.split("\t");
      return token && tag ? [{ token, tag }] : [];
    }),
  );
  return toMarked(groups.filter((rows) => rows.length > 0));
}

/** What annotators wrote where no ESCO skill fits: no label. */
const NO_LABEL = new Set(["LABEL NOT PRESENT", "UNDERSPECIFIED", ""]);

/** Decorte et al.: CSV with a label a row: sentence, (span, sub_span,) label. Sentences without any ESCO label are left out, as published. */
export function readLinked(file: string): LinkedSentence[] {
  const [head, ...rows] = splitCsv(readFileSync(file, "utf8"));
  const [text, label] = [head?.cells.indexOf("sentence") ?? -1, head?.cells.indexOf("label") ?? -1];
  if (text < 0 || label < 0) throw broken(file, 1, "columns sentence and label were expected");
  const labels = new Map<string, Set<string>>();
  for (const { cells, line, broken: torn } of rows) {
    if (torn) throw broken(file, line, "the quotes do not match");
    const [sentence, name] = [cells[text] ?? "", (cells[label] ?? "").trim()];
    if (!NO_LABEL.has(name)) labels.set(sentence, (labels.get(sentence) ?? new Set()).add(name));
  }
  return [...labels].map(([sentence, names]) => ({ text: sentence, labels: [...names] }));
}
