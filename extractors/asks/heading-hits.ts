import type { Section } from "../../models/mention.js";

/** A heading phrase, or a cue that may make its line a heading. */
export interface HeadingHit {
  start: number;
  end: number;
  section: Section;
  /** A cue ("required", "desirable"): opens a section only as part of a line that looks like a heading or introduces a list. */
  cue: boolean;
}

/** The heading hits of one text at a time, in order of place. The objects are used again for the next text. */
export class HeadingHits {
  length = 0;
  readonly #all: HeadingHit[] = [];

  clear(): void {
    this.length = 0;
  }

  add(start: number, end: number, section: Section, cue: boolean): void {
    const hit = this.#all[this.length++];
    if (hit === undefined) {
      this.#all.push({ start, end, section, cue });
      return;
    }
    hit.start = start;
    hit.end = end;
    hit.section = section;
    hit.cue = cue;
  }

  /** The hit of this number, or undefined where there is none. */
  at(index: number): HeadingHit | undefined {
    return index >= 0 && index < this.length ? this.#all[index] : undefined;
  }
}
