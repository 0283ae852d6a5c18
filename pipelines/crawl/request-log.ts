import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** One decision or request of a crawl: what was asked of whom, whether it was allowed and by what rule, what came. */
export interface RequestLine {
  /** ISO time. */
  at: string;
  source: string;
  method: string;
  url: string;
  /** `allowed` was sent; all others were not. */
  decision: "allowed" | "disallowed" | "refused";
  rule: string;
  status?: number;
  bytes?: number;
  ms?: number;
  fault?: string;
}

const FLUSH_LINES = 100;

/** The record of every decision of a crawl, a JSON line each, appended as it goes: a kill loses the last hundred. */
export class RequestLog {
  #lines: string[] = [];

  /** @param path null keeps no record */
  constructor(private readonly path: string | null) {
    if (path !== null) mkdirSync(dirname(path), { recursive: true });
  }

  add(line: RequestLine): void {
    if (this.path === null) return;
    this.#lines.push(`${JSON.stringify(line)}\n`);
    if (this.#lines.length >= FLUSH_LINES) this.flush();
  }

  flush(): void {
    if (this.path === null || this.#lines.length === 0) return;
    appendFileSync(this.path, this.#lines.join(""));
    this.#lines = [];
  }
}
