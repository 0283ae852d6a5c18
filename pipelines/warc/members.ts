import { crc32, inflateRawSync } from "node:zlib";
import { LARGEST_BODY } from "../bounds.js";
import type { Window } from "./window.js";

/** What one gzip member holds: a record, as Common Crawl and most tools write it, or several. */
export interface Member {
  offset: number;
  bytes: Buffer;
}

/** Bytes that could not be read and were passed over. */
export interface Damage {
  offset: number;
  reason: string;
}

/** A body of the largest size taken, with the headers of its record. */
const LARGEST_MEMBER = LARGEST_BODY + (1 << 20);
/** Bytes looked at first: more than nearly every member of a web page has. */
const FIRST_LOOK = 1 << 20;
const TRAILER = 8;
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const [HAS_CRC, HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [2, 4, 8, 16];

class BadMember extends Error {}

/** Bytes of a member's own header (RFC 1952, 2.3). */
const headerLength = (view: Buffer): number => {
  if (view.length < 18 || !view.subarray(0, 3).equals(MAGIC)) throw new BadMember("no gzip member begins here");
  const flags = view[3]!;
  let at = 10;
  if (flags & HAS_EXTRA) at += 2 + view.readUInt16LE(at);
  for (const flag of [HAS_NAME, HAS_COMMENT]) if (flags & flag) at = view.indexOf(0, at) + 1;
  return flags & HAS_CRC ? at + 2 : at;
};

interface Inflated {
  buffer: Buffer;
  engine: { bytesWritten: number };
}

/** Unpacks what begins at the window's offset. `length`: bytes of it, packed. @throws BadMember and zlib's errors */
const unpack = (view: Buffer): { bytes: Buffer; length: number } => {
  const start = headerLength(view);
  const inflated = inflateRawSync(view.subarray(start), {
    info: true,
    chunkSize: 1 << 17,
    maxOutputLength: LARGEST_MEMBER,
  }) as unknown as Inflated;
  const end = start + inflated.engine.bytesWritten;
  if (end + TRAILER > view.length) throw new BadMember("the file breaks off within a gzip member");
  if (crc32(inflated.buffer) !== view.readUInt32LE(end)) throw new BadMember("its checksum is wrong");
  return { bytes: inflated.buffer, length: end + TRAILER };
};

const isShort = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === "Z_BUF_ERROR" || (error as Error).message.includes("breaks off");

/** Unpacks the next member; one that is longer than the first look is looked at whole. */
const nextMember = (window: Window): { bytes: Buffer; length: number } => {
  for (let least = FIRST_LOOK; ; least *= 8) {
    const view = window.view(least);
    try {
      return unpack(view);
    } catch (error) {
      const whole = window.offset + view.length >= window.size;
      if (!isShort(error) || whole || least > LARGEST_MEMBER) throw error;
    }
  }
};

/** Goes to the next place where a member may begin. */
const seekMember = (window: Window): void => {
  window.skip(1);
  while (!window.atEnd) {
    const view = window.view(FIRST_LOOK);
    const at = view.indexOf(MAGIC);
    if (at >= 0) {
      window.skip(at);
      return;
    }
    window.skip(Math.max(1, view.length - MAGIC.length + 1));
  }
};

/**
 * The members of a gzip file one by one, each unpacked whole, so that one that is damaged costs itself only: it is reported once,
 * with all that follows until the next readable one.
 */
export function* membersOf(window: Window): Generator<Member | Damage> {
  let inDamage = false;
  while (!window.atEnd) {
    const { offset } = window;
    try {
      const { bytes, length } = nextMember(window);
      inDamage = false;
      yield { offset, bytes };
      window.skip(length);
    } catch (error) {
      if (!inDamage) yield { offset, reason: `a damaged gzip member: ${(error as Error).message}` };
      inDamage = true;
      seekMember(window);
    }
  }
}
