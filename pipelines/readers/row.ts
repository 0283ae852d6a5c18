import type { Refusal } from "../sources/platform.js";

/** One row of a file as it stands, with the line on which it begins. */
export interface Row {
  values: Record<string, unknown>;
  line: number;
  /** The file, where a folder is read as one. */
  where?: string;
}

export interface ReadOptions {
  /** A label of the WHATWG encoding standard; without it UTF-8, and windows-1252 for lines that are not. */
  encoding?: string;
  /** Dotted path to the list of rows inside a JSON document. */
  items?: string;
  /** Told once a file of what was done about something unexpected. */
  note?: (text: string) => void;
}

/** A reader yields rows in the order of the file, and a refusal in place of each that cannot be read. */
export type Reader = (file: string, options: ReadOptions) => AsyncGenerator<Row | Refusal>;

export const isRow = (one: Row | Refusal): one is Row => "values" in one;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);
