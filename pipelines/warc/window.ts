import { closeSync, fstatSync, openSync, readSync } from "node:fs";

const STEP = 4 << 20;

/** A view that goes forward through a file of any size: at most the bytes that a caller asked to see at once are held. */
export class Window {
  readonly #handle: number;
  readonly size: number;
  #buffer: Buffer = Buffer.allocUnsafe(2 * STEP);
  #from = 0;
  #to = 0;
  /** Where the view begins in the file. */
  offset = 0;

  constructor(file: string) {
    this.#handle = openSync(file, "r");
    this.size = fstatSync(this.#handle).size;
  }

  /** What is held, from `offset` on: at least `least` bytes where the file has them. */
  view(least: number): Buffer {
    if (this.#to - this.#from < least) this.#fill(least);
    return this.#buffer.subarray(this.#from, this.#to);
  }

  #fill(least: number): void {
    const held = this.#buffer.subarray(this.#from, this.#to);
    const room = Math.max(2 * STEP, least + STEP);
    const next = this.#buffer.length < room ? Buffer.allocUnsafe(room) : this.#buffer;
    held.copy(next);
    [this.#buffer, this.#from, this.#to] = [next, 0, held.length];
    while (this.#to < least) {
      const read = readSync(this.#handle, next, this.#to, next.length - this.#to, this.offset + this.#to);
      if (read === 0) return;
      this.#to += read;
    }
  }

  /** Goes on by that many bytes, which need not be held. */
  skip(bytes: number): void {
    this.offset += bytes;
    this.#from = Math.min(this.#to, this.#from + bytes);
    if (this.#from === this.#to) [this.#from, this.#to] = [0, 0];
  }

  get atEnd(): boolean {
    return this.offset >= this.size;
  }

  close(): void {
    closeSync(this.#handle);
  }
}
