import { LONGEST_RECORD, MOST_LINES_A_RECORD } from "../bounds.js";
import { BrokenFile } from "./bytes.js";
import type { ReadOptions } from "./row.js";
import { type Line, linesOf } from "./text.js";

const quotesIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
};

export interface CsvRecord {
  lines: Line[];
  /** False where the file (or all reason) ends inside a quote. */
  closed: boolean;
}

/** The lines of a CSV file put together to records by their quotes; lines can be given back to be read anew. */
export class CsvRecords {
  readonly #lines: AsyncGenerator<Line>;
  #waiting: Line[] = [];
  /** The damage that ended a gzip file early. */
  broken: (BrokenFile & { line?: number }) | null = null;

  constructor(file: string, options: ReadOptions) {
    this.#lines = linesOf(file, options);
  }

  async #line(): Promise<Line | null> {
    const waiting = this.#waiting.shift();
    if (waiting) return waiting;
    if (this.broken) return null;
    try {
      const next = await this.#lines.next();
      return next.done ? null : next.value;
    } catch (error) {
      if (!(error instanceof BrokenFile)) throw error;
      this.broken = error;
      return null;
    }
  }

  async next(): Promise<CsvRecord | null> {
    const lines: Line[] = [];
    let [quotes, length] = [0, 0];
    do {
      const line = await this.#line();
      if (line === null) return lines.length === 0 ? null : { lines, closed: false };
      lines.push(line);
      quotes += quotesIn(line.text ?? "");
      length += line.length;
    } while (quotes % 2 === 1 && lines.length < MOST_LINES_A_RECORD && length < LONGEST_RECORD);
    return { lines, closed: quotes % 2 === 0 };
  }

  giveBack(lines: Line[]): void {
    this.#waiting = [...lines, ...this.#waiting];
  }

  /** Whether a damaged gzip file breaks off inside this record; the damage is then said to begin where the record does. */
  endsIn(record: CsvRecord): boolean {
    if (!this.broken || record.closed || record.lines.length >= MOST_LINES_A_RECORD) return false;
    this.broken.line = record.lines[0]?.number ?? 1;
    return true;
  }

  close(): Promise<unknown> {
    return this.#lines.return(undefined);
  }
}
