import type { DemoPosting } from "../posting.js";
import { hashOf, streamOf } from "../random.js";
import type { Layout } from "../shapes.js";
import type { Vocabulary } from "../vocabulary.js";
import { createCredentials } from "./credentials.js";
import { type Block, type Habits, habitsOf } from "./document.js";
import { factsOf } from "./facts.js";
import { createLayouts } from "./layouts.js";
import { createParts, type Parts } from "./parts.js";
import { sectionOf } from "./sections.js";

import { createVoice, type Voice } from "./voice.js";

export interface Composed {
  blocks: Block[];
  habits: Habits;
}

/** What a layout has no section for moves to one that it has, so that no ask is lost. */
function settle(parts: Parts, { sections }: Layout, { random }: Voice): void {
  const describes = sections.some(({ part, chance }) => part === "about" && chance === 1);
  if (!describes) parts.intro.push(...parts.about.splice(0, random.int(1, 2)));
  parts[describes ? "about" : "intro"].push(...parts.credentials);
  if (!sections.some(({ part }) => part === "benefits")) parts.intro.push(...parts.training);
}

/** Writes postings. The text depends on the posting's key and facts alone, so that copies read the same. */
export function createWriter(words: Vocabulary): (posting: DemoPosting) => Composed {
  const partsOf = createParts(words, createCredentials(words));
  const layoutOf = createLayouts(words);
  return (posting) => {
    const random = streamOf(...posting.key, "text");
    const layout = layoutOf(posting, random);
    const voice = createVoice(words, factsOf(posting, random.int(0, 15)), random);
    const parts = partsOf(posting, layout, voice);
    settle(parts, layout, voice);
    return {
      blocks: layout.sections.flatMap((section) => sectionOf(section, parts[section.part], layout, voice)),
      habits: habitsOf(hashOf(posting.employer, "style") & 0xfff),
    };
  };
}
