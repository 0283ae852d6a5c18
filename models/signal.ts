/** What the evidence says of a certificate's demand. `models` name the words; `warehouse/statistics/status.ts` the rules. */
export const STATUSES = [
  "emerging",
  "growing",
  "stable",
  "fading",
  "obsolescent",
  "retired by issuer",
  "insufficient evidence",
] as const;
export type Status = (typeof STATUSES)[number];

/** One rule of the status, whether it fired, and the numbers it compared. */
export interface Reason {
  rule: string;
  fired: boolean;
  value: number | null;
  threshold: number | null;
  text: string;
}
