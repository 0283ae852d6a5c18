import { LARGEST_BODY } from "../bounds.js";
import { type Damage, membersOf } from "./members.js";
import { Window } from "./window.js";

/** One record of a web archive (ISO 28500). */
export interface WarcRecord {
  /** Where it, or the gzip member that holds it, begins in the file. */
  offset: number;
  /** Its named fields, names in lower case. */
  fields: Map<string, string>;
  block: Buffer;
}

/** Bytes that a record's named fields may take. */
const LONGEST_HEAD = 64 << 10;
const VERSION = "WARC/";
const HEAD_END = "\r\n\r\n";
const RECORD_END = 4;

/** Lines `Name: value` after a first line, by name in lower case; a line that begins with a space goes on with the one before. */
export const fieldsOf = (head: string): Map<string, string> => {
  const [, ...lines] = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
};

interface Head {
  fields: Map<string, string>;
  /** Bytes of the head and of the block. */
  head: number;
  block: number;
}

/** Reads the head of a record that begins a view; null where none does. */
const headOf = (view: Buffer): Head | null => {
  if (view.toString("latin1", 0, VERSION.length) !== VERSION) return null;
  const end = view.subarray(0, LONGEST_HEAD).indexOf(HEAD_END);
  if (end < 0) return null;
  const fields = fieldsOf(view.toString("utf8", 0, end));
  const length = fields.get("content-length") ?? "";
  return /^\d{1,15}$/.test(length) ? { fields, head: end + HEAD_END.length, block: Number(length) } : null;
};

function* recordsWithin(bytes: Buffer, offset: number): Generator<WarcRecord | Damage> {
  for (let at = 0; at < bytes.length; ) {
    const found = headOf(bytes.subarray(at));
    if (found === null)
      return yield { offset, reason: "no WARC record: a line such as WARC/1.0 and its fields are expected" };
    const start = at + found.head;
    if (start + found.block > bytes.length)
      return yield { offset, reason: `a record of ${found.block} bytes of which ${bytes.length - start} are there` };
    yield { offset, fields: found.fields, block: bytes.subarray(start, start + found.block) };
    at = start + found.block + RECORD_END;
  }
}

/** Goes to the next place where an uncompressed record may begin. */
const seekRecord = (window: Window): void => {
  window.skip(1);
  while (!window.atEnd) {
    const view = window.view(LONGEST_HEAD);
    const at = view.indexOf(`\n${VERSION}`);
    if (at >= 0) {
      window.skip(at + 1);
      return;
    }
    window.skip(Math.max(1, view.length - VERSION.length));
  }
};

function* plainRecords(window: Window): Generator<WarcRecord | Damage> {
  let inDamage = false;
  while (!window.atEnd) {
    const { offset } = window;
    const found = headOf(window.view(LONGEST_HEAD));
    const length = found === null ? 0 : found.head + found.block;
    if (found === null || offset + length > window.size) {
      if (!inDamage)
        yield { offset, reason: found === null ? "no WARC record begins here" : "the file breaks off in a record" };
      inDamage = true;
      seekRecord(window);
      continue;
    }
    inDamage = false;
    // Films and the like are passed over unread.
    if (found.block <= LARGEST_BODY)
      yield { offset, fields: found.fields, block: window.view(length).subarray(found.head, length) };
    window.skip(length + RECORD_END);
  }
}

/** The records of a web archive, gzip member by member or uncompressed, in order; what is damaged is reported and passed over. */
export function* recordsOf(file: string): Generator<WarcRecord | Damage> {
  const window = new Window(file);
  try {
    const [first, second] = window.view(2);
    if (first !== 0x1f || second !== 0x8b) yield* plainRecords(window);
    else for (const one of membersOf(window)) yield* "reason" in one ? [one] : recordsWithin(one.bytes, one.offset);
  } finally {
    window.close();
  }
}
