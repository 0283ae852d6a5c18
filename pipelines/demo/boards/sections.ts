import type { Block } from "../text/document.js";

/** Headings over what an applicant has to bring, and over what comes after it. */
const QUALIFICATIONS =
  /qualif|requirement|required|must|you need|you bring|you have|looking for|about you|it takes|knowledge/i;
const AFTERWARDS =
  /benefit|offer|work here|perks|in it for you|take care|schedule|pay|salary|compensation|apply|physical/i;

const NAMES = ["opening", "duties", "qualifications", "rest"] as const;
export type Sections = Record<(typeof NAMES)[number], Block[]>;

/**
 * A text in the four parts that some platforms keep apart: what stands before the first heading, what the work is, what
 * it takes, and the rest. Every block is in one of them, in its order; a text without headings is all opening.
 */
export function sectionsOf(blocks: readonly Block[]): Sections {
  const sections: Sections = { opening: [], duties: [], qualifications: [], rest: [] };
  let current = 0;
  for (const block of blocks) {
    if (block.kind === "heading") current = Math.max(current, partOf(block.text, current));
    sections[NAMES[current]!].push(block);
  }
  return sections;
}

function partOf(heading: string, current: number): number {
  if (QUALIFICATIONS.test(heading)) return 2;
  return current === 2 && AFTERWARDS.test(heading) ? 3 : 1;
}
