/** Where the noun of an unnamed request stands. */
export interface NounSite {
  text: string;
  start: number;
  end: number;
  /** Bounds of the sentence. */
  from: number;
  to: number;
}
