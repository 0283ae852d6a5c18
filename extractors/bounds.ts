/** What one posting may cost the extractor. */
export interface Bounds {
  /** UTF-16 code units of the text that are read: real adverts stay below a fourth; what follows is not looked at. */
  longestRead: number;
  /** Likewise of the title. */
  longestTitle: number;
  /** Mentions that are kept, the first in order of place; real adverts name fewer than a hundred. */
  mostMentions: number;
}

export const BOUNDS: Bounds = { longestRead: 200_000, longestTitle: 1000, mostMentions: 2000 };
