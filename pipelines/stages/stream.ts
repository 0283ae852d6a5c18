import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { evidenceOf } from "../../extractors/evidence.js";
import type { Extractor } from "../../extractors/extraction.js";
import { fingerprintOf } from "../../extractors/fingerprint.js";
import { htmlToText } from "../../extractors/text.js";
import type { Extraction } from "../../models/extraction.js";
import { LONGEST_LINE } from "../bounds.js";
import { parseJson } from "../readers/parse-json.js";

/** How many lines were read, and how many of them were answered with an error. */
export interface StreamCounts {
  lines: number;
  errors: number;
}

export interface StreamOptions {
  /** Adds to each mention the words around it, as the lake keeps them. */
  evidence?: boolean;
}

interface Request {
  id: string;
  title?: string;
  text?: string;
  html?: string;
  lang?: string;
}

/** A line that cannot be answered; `id` where it could be read. */
class BadLine extends Error {
  constructor(
    readonly id: string | null,
    message: string,
  ) {
    super(message);
  }
}

const TEXT_FIELDS = ["title", "text", "html", "lang"] as const;

function readRequest(line: string | null): Request {
  if (line === null)
    throw new BadLine(
      null,
      `a line of more than ${LONGEST_LINE.toLocaleString("en-US")} characters, which is the most`,
    );
  let value: unknown;
  try {
    value = parseJson(line);
  } catch (error) {
    throw new BadLine(null, `not JSON: ${(error as Error).message.slice(0, 200)}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new BadLine(null, "not a JSON object");
  const row = value as Record<string, unknown>;
  const id = typeof row.id === "string" ? row.id : typeof row.id === "number" ? String(row.id) : null;
  if (id === null)
    throw new BadLine(null, `"id" is ${row.id === undefined ? "missing" : "no string"}: a string was expected`);
  for (const field of TEXT_FIELDS) {
    const given = row[field];
    if (given === null) delete row[field];
    else if (given !== undefined && typeof given !== "string")
      throw new BadLine(id, `"${field}" is no string but ${typeof given}`);
  }
  if (row.text === undefined && row.html === undefined) throw new BadLine(id, 'neither "text" nor "html" is given');
  return { ...row, id } as Request;
}

function answer(extractor: Extractor, request: Request, { evidence = false }: StreamOptions): string {
  const { id, title, html, lang } = request;
  const text = request.text ?? htmlToText(html!);
  const read: Extraction = extractor.extract({ title, text, lang });
  const { mentions, occupation, seniority, experience_years, education, pay, lang: language } = read;
  return JSON.stringify({
    id,
    ...(request.text === undefined ? { text } : {}),
    mentions: evidence
      ? mentions.map((mention) => ({ ...mention, evidence: evidenceOf(text, mention.start, mention.end) }))
      : mentions,
    occupation,
    seniority,
    experience_years,
    education,
    pay,
    lang: language,
    equivalent_experience: read.equivalent_experience,
    place: read.place,
    ...fingerprintOf(text),
  });
}

/** The answer to one line; errors of a line stay in its answer and the stream goes on. */
function answerLine(
  answered: (line: string | null) => string,
  line: string | null,
  number: number,
  counts: StreamCounts,
): string {
  try {
    return answered(line);
  } catch (error) {
    counts.errors += 1;
    const id = error instanceof BadLine ? error.id : null;
    return JSON.stringify({ id, error: (error as Error).message, line: number });
  }
}

/** A line that is put together of pieces, joined once, so that long lines stay linear; one that is too long is let go. */
class Pending {
  #pieces: string[] = [];
  #length = 0;

  add(piece: string): void {
    this.#length += piece.length;
    if (this.#length > LONGEST_LINE) this.#pieces = [];
    else if (piece !== "") this.#pieces.push(piece);
  }

  /** The line, or null where it is too long; the next one begins. */
  take(): string | null {
    const line = this.#length > LONGEST_LINE ? null : this.#pieces.join("");
    this.#pieces = [];
    this.#length = 0;
    return line;
  }
}

/** Cuts a stream of bytes into lines; null stands for one that is too long. */
async function* linesOf(input: Readable): AsyncGenerator<(string | null)[]> {
  const decoder = new StringDecoder("utf8");
  const pending = new Pending();
  for await (const chunk of input) {
    const pieces = (typeof chunk === "string" ? chunk : decoder.write(chunk as Buffer)).split("\n");
    const last = pieces.pop()!;
    const lines = pieces.map((piece) => {
      pending.add(piece);
      return pending.take();
    });
    pending.add(last);
    if (lines.length > 0) yield lines;
  }
  pending.add(decoder.end());
  const rest = pending.take();
  if (rest !== "") yield [rest];
}

/**
 * The streaming worker: one JSON object a line in, one a line out, in the same order. Answers are written as each chunk of
 * input is read, and reading waits while the reader of the output is slow, so that memory does not grow with the stream.
 * Empty lines are passed over, but counted in line numbers.
 */
export async function streamExtract(
  input: Readable,
  output: Writable,
  extractor: Extractor,
  options: StreamOptions = {},
): Promise<StreamCounts> {
  const answered = (line: string | null): string => answer(extractor, readRequest(line), options);
  const counts: StreamCounts = { lines: 0, errors: 0 };
  let number = 0;
  for await (const lines of linesOf(input)) {
    for (const line of lines) {
      number += 1;
      if (line?.trim() === "") continue;
      counts.lines += 1;
      if (!output.write(`${answerLine(answered, line, number, counts)}\n`)) await once(output, "drain");
    }
  }
  return counts;
}
