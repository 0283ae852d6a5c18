import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Lines } from "./rows.js";

const FLUSH_CHARS = 1 << 20;
const SHORT_LINE = 4 << 20;
/** UTF-8 bytes of a UTF-16 code unit, at most. */
const MOST_BYTES_A_CHAR = 3;

/** A file of JSON lines under construction: buffered, synchronous, so that a million adds make few system calls. */
export class LineFile {
  #handle: number;
  #buffer = "";
  lines = 0;
  #longest = 0;

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#handle = openSync(path, "w");
  }

  add(record: unknown): void {
    const line = JSON.stringify(record);
    this.append({ text: `${line}\n`, count: 1, longest: line.length });
  }

  /** Adds lines that were made elsewhere. */
  append({ text, count, longest }: Lines): void {
    this.#buffer += text;
    this.lines += count;
    this.#longest = Math.max(this.#longest, longest);
    if (this.#buffer.length > FLUSH_CHARS) this.#flush();
  }

  /** Bytes that a reader must be ready to hold for one line: DuckDB sets aside twice as much, so no more than needed. */
  get lineBound(): number {
    return Math.max(SHORT_LINE, this.#longest * MOST_BYTES_A_CHAR + 1);
  }

  #flush(): void {
    let bytes = Buffer.from(this.#buffer, "utf8");
    this.#buffer = "";
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(this.#handle, bytes));
  }

  close(): void {
    this.#flush();
    closeSync(this.#handle);
  }
}
