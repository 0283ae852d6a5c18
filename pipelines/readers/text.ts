import { isUtf8 } from "node:buffer";
import { LONGEST_LINE } from "../bounds.js";
import { bytesOf } from "./bytes.js";
import type { ReadOptions } from "./row.js";
import { decodeWindows1252, isWindows1252 } from "./windows-1252.js";

const NEWLINE = 10;
/** Text without a line end is handed on in pieces of this size. */
const LONGEST_PIECE = 1 << 20;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Decodes whole lines: UTF-8, and windows-1252 for each line that is not UTF-8. */
const decodeLines = (bytes: Buffer, fallback: () => void): string => {
  if (isUtf8(bytes)) return utf8.decode(bytes);
  fallback();
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(start, end);
    lines.push(isUtf8(line) ? utf8.decode(line) : decodeWindows1252(line));
    start = end;
  }
  return lines.join("");
};

/** The last place at or before the end where a UTF-8 character may begin, so that a cut splits none. */
const cutAt = (bytes: Buffer): number => {
  let at = bytes.length;
  while (at > bytes.length - 4 && at > 1 && ((bytes[at - 1] ?? 0) & 0xc0) === 0x80) at -= 1;
  return ((bytes[at - 1] ?? 0) & 0xc0) === 0xc0 ? at - 1 : bytes.length;
};

const byteOrderMark = (bytes: Buffer): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
};

async function* decodedAs(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  if (isWindows1252(encoding)) {
    for await (const chunk of chunks) yield decodeWindows1252(chunk);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* decoded(chunks: AsyncIterable<Buffer>, fallback: () => void): AsyncGenerator<string> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = pending.length > 0 ? Buffer.concat([pending, chunk]) : chunk;
    const newline = bytes.lastIndexOf(NEWLINE);
    const end = newline >= 0 ? newline + 1 : bytes.length > LONGEST_PIECE ? cutAt(bytes) : 0;
    if (end > 0) yield decodeLines(bytes.subarray(0, end), fallback);
    pending = bytes.subarray(end);
  }
  if (pending.length > 0) yield decodeLines(pending, fallback);
}

async function* withFirst(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/**
 * The text of a file in pieces that end at line ends (a very long line comes in several), without its byte order mark.
 * @throws BrokenFile after the last whole line of a damaged gzip file
 */
export async function* textOf(file: string, { encoding, note }: ReadOptions): AsyncGenerator<string> {
  let noted = false;
  const fallback = (): void => {
    if (!noted) note?.(`${file}: not all of it is UTF-8; lines that are not were read as windows-1252`);
    noted = true;
  };
  const chunks = bytesOf(file);
  const first = await chunks.next();
  if (first.done) return;
  const all = withFirst(first.value, chunks);
  const named = encoding ?? byteOrderMark(first.value);
  let atStart = true;
  for await (const piece of named === undefined ? decoded(all, fallback) : decodedAs(all, named)) {
    const text = atStart && piece.charCodeAt(0) === 0xfeff ? piece.slice(1) : piece;
    atStart &&= piece === "";
    if (text !== "") yield text;
  }
}

export interface Line {
  number: number;
  /** Null where the line is longer than LONGEST_LINE. */
  text: string | null;
  length: number;
}

/**
 * The lines of a file, counted from 1, without their ends. A last line that a damaged gzip file leaves unfinished is not
 * handed out; the error then has the number of the line as `line`.
 * @throws BrokenFile
 */
export async function* linesOf(file: string, options: ReadOptions): AsyncGenerator<Line> {
  let number = 1;
  let parts: string[] = [];
  let length = 0;
  const line = (last: string): Line => {
    const total = length + last.length;
    const text = total > LONGEST_LINE ? null : parts.length === 0 ? last : parts.join("") + last;
    const whole = { number, text: text?.endsWith("\r") ? text.slice(0, -1) : text, length: total };
    number += 1;
    parts = [];
    length = 0;
    return whole;
  };
  try {
    for await (const piece of textOf(file, options)) {
      let start = 0;
      for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", start)) {
        yield line(piece.slice(start, end));
        start = end + 1;
      }
      length += piece.length - start;
      if (length > LONGEST_LINE) parts = [];
      else if (start < piece.length) parts.push(piece.slice(start));
    }
    if (length > 0) yield line("");
  } catch (error) {
    throw Object.assign(error as Error, { line: number });
  }
}
