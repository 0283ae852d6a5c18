/**
 * Words that say how strongly something is asked for. `side`: where the thing stands that the cue governs: `after` the
 * cue ("must have X"), `before` it ("X preferred"), or `both`.
 */
export type CueLevel = "required" | "preferred" | "obtain" | "provides" | "negated" | "no" | "may" | "idle";
export interface Cue {
  level: CueLevel;
  side: "before" | "after" | "both";
  phrases: string;
  /** Its line is no heading, short as it may be. */
  inline?: true;
  /** It governs only what stands right behind it: "you are CCNA certified". */
  near?: true;
}
