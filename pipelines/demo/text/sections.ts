import type { Layout, Section } from "../shapes.js";
import type { Block } from "./document.js";
import type { Voice } from "./voice.js";

const sentence = (line: string): string => (/[.!?:]$/.test(line) ? line : `${line}.`);
const asSentences = (lines: readonly string[]): string => lines.map(sentence).join(" ");
/** "Answer phones" to "answer phones", but never "SQL" or "I". */
const lowered = (line: string): string =>
  /^[A-Z][a-z]/.test(line) ? line.charAt(0).toLowerCase() + line.slice(1) : line;

/** "a"; "a, and b"; "a, b, and c". */
const series = (items: readonly string[]): string =>
  items.length === 1 ? items[0]! : `${items.slice(0, -1).join(", ")}, and ${items.at(-1)}`;

/** Duties as sentences: "You will a, b, and c. You will also d, and e." */
function asWill(lines: readonly string[], layout: Layout, { one, random }: Voice): string {
  const manner = layout.id === "bulletin" ? ".bulletin" : "";
  const sentences: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const size = random.int(2, 3);
    const chunk = lines.slice(i, i + size).map((line) => lowered(line.replace(/\.$/, "")));
    sentences.push(`${one(`will.${i === 0 ? "first" : "next"}${manner}`)} ${series(chunk)}.`);
    i += size;
  }
  return sentences.join(" ");
}

/** Chance that sentences without a heading are opened by one that tells what they are. */
const OPENED: Partial<Record<Section["part"], number>> = { required: 0.4, preferred: 0.8 };

function openingOf({ part, form }: Section, { headed, id }: Layout, { one, random }: Voice): string {
  const chance = OPENED[part];
  if (headed || form !== "sentences" || id === "terse" || chance === undefined) return "";
  return random.chance(chance) ? `${one(`${part}.opening`)} ` : "";
}

function bodyOf(section: Section, lines: readonly string[], layout: Layout, voice: Voice): Block {
  if (section.form === "list") return { kind: "list", lines };
  if (section.form === "lines") return { kind: "paragraph", text: lines.join("\n") };
  if (section.form === "will") return { kind: "paragraph", text: asWill(lines, layout, voice) };
  return { kind: "paragraph", text: openingOf(section, layout, voice) + asSentences(lines) };
}

/** A section of a layout, with its heading where it has one; nothing where there is nothing to say. */
export function sectionOf(section: Section, lines: readonly string[], layout: Layout, voice: Voice): Block[] {
  if (lines.length === 0 || !voice.random.chance(section.chance)) return [];
  const body = bodyOf(section, lines, layout, voice);
  return section.headings.length === 0 ? [body] : [{ kind: "heading", text: voice.oneOf(section.headings) }, body];
}
