/** What a simulated market is made from; two markets with the same options are the same to the byte. */
export interface DemoOptions {
  /** Full years of history before `today`, at least. */
  years: number;
  seed: number;
  /** About how many postings in `years` years. */
  postings: number;
  /** `YYYY-MM-DD`: what closed by then is in the archive, what is still open is on the boards. */
  today: string;
}

export const DEMO_DEFAULTS: DemoOptions = { years: 6, seed: 7, postings: 24_000, today: "2026-10-31" };
