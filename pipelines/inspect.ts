import type { RuledMention } from "../extractors/asks/ruled-mention.js";
import type { Extractor } from "../extractors/extraction.js";
import { textTable } from "./text-table.js";

interface Inspected {
  title?: string;
  text: string;
}

const FIT_WORDS = [
  "",
  "named near it in the posting",
  "no context needed",
  "context in the next sentence or the title",
  "context in its sentence",
];
const COLOURS: Readonly<Record<string, number>> = {
  required: 32,
  preferred: 36,
  mentioned: 37,
  not_required: 31,
  employer_provides: 35,
  obtain_after_hire: 33,
};

const paint = (text: string, code: number, color: boolean): string =>
  color ? `\u001b[${code}m${text}\u001b[0m` : text;

/** The text with each mention in brackets, coloured by its requirement, behind it its number in the table. */
function highlight(text: string, mentions: readonly RuledMention[], color: boolean): string {
  let out = "";
  let at = 0;
  for (const [index, { found, ruling }] of mentions.entries()) {
    const mark = `[${text.slice(found.start, found.end)}]${index + 1}`;
    out += text.slice(at, found.start) + paint(mark, COLOURS[ruling.requirement] ?? 37, color);
    at = found.end;
  }
  return out + text.slice(at);
}

/** Which row of the taxonomy fired, and on what context. */
function ruleOf({ found }: RuledMention): string {
  if (found.meaning === null)
    return found.entity.startsWith("generic-") ? "unnamed request" : "next item of a list with a shared head";
  const { surface, form } = found.meaning;
  const near = surface.near.length > 0 ? ` near: ${surface.near.join("/")}` : "";
  const not = surface.not.length > 0 ? ` not: ${surface.not.join("/")}` : "";
  const shape =
    form === "elided" ? "; its noun stands elsewhere in the list" : form === "role" ? "; behind its noun" : "";
  return `"${surface.surface}" (${surface.case})${near}${not}: ${FIT_WORDS[found.fit]}${shape}`;
}

function whyOf(text: string, { ruling, section }: RuledMention): string {
  if (ruling.cue !== null)
    return `${ruling.by === "sequel" ? "later " : ""}cue "${text.slice(ruling.cue.start, ruling.cue.end)}"`;
  if (ruling.by === "section") return `section ${section}`;
  if (ruling.by === "item") return "reads as an item of requirements";
  return ruling.by === "sequel" ? "what follows in the sentence" : `no cue; section ${section}`;
}

/** One posting for the terminal: its text with every mention marked, then span, entity, rule, requirement and why. */
export function inspectPosting(extractor: Extractor, posting: Inspected, options: { color: boolean }): string {
  const { text, title } = posting;
  const mentions = extractor.explain({ text, title });
  const head = ["#", "span", "kind", "entity", "requirement", "why", "group", "rule"];
  const rows = mentions.map((one, index) => [
    String(index + 1),
    `${one.found.start}-${one.found.end}`,
    one.found.kind,
    one.found.entity,
    one.ruling.requirement,
    whyOf(text, one),
    one.group > 0 ? String(one.group) : "",
    ruleOf(one),
  ]);
  const parts = [title === undefined ? "" : paint(title, 1, options.color), highlight(text, mentions, options.color)];
  const listed = mentions.length === 0 ? "no certificate or skill found" : textTable([head, ...rows]);
  return `${[...parts.filter((part) => part !== ""), listed].join("\n\n")}\n`;
}
