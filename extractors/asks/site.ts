import type { Section } from "../../models/mention.js";
import type { Cue } from "./cues/cue.js";
import type { Mood } from "./mood.js";

export interface Span {
  start: number;
  end: number;
}

/** A stretch of a text, and the bounds of the sentence or list item that it stands in. */
export interface InSentence extends Span {
  text: string;
  from: number;
  to: number;
}

/** A cue in a posting. */
export interface CueHit extends Span {
  cue: Cue;
}

/** Where a mention stands. */
export interface Site {
  text: string;
  section: Section;
  /** Where its section begins: a heading inside a sentence ends what was said before it. */
  opened: number;
  /** Where the next section begins. */
  closed: number;
  /** The cues of its sentence, in order. */
  cues: readonly CueHit[];
  /** Where its sentence begins. */
  from: number;
  mood: Mood;
  /** The mention that follows it, if any. */
  next: Span | null;
  /** Its lines list what an applicant should have, though no heading says so. */
  listed: boolean;
  /** A certificate is named, not a skill. */
  certificate: boolean;
}
