import type { Logger } from "pino";

/** A running count that a terminal shows as a bar with rate and remaining time, and a pipe as log lines. */
export interface Progress {
  tick(n?: number, note?: string): void;
  done(): void;
}

/** All that a stage does to the world besides the lake and the network: passed in, so that tests swap it. */
export interface Effects {
  now(): Date;
  log: Logger;
  progress(label: string, total?: number): Progress;
  /** Aborted when the run is to stop at the next safe place; its reason is the error to end with. */
  stop?: AbortSignal;
}
