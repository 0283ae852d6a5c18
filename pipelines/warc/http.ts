import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { LARGEST_BODY } from "../bounds.js";
import { fieldsOf } from "./records.js";

/** An HTTP answer as an archive keeps it; the body may still be in pieces and packed. */
export interface HttpAnswer {
  status: number;
  fields: Map<string, string>;
  body: Buffer;
}

const HEAD_END = "\r\n\r\n";

/** The answer in a response record's block; null where it is none. */
export const answerIn = (block: Buffer): HttpAnswer | null => {
  const end = block.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = block.toString("latin1", 0, end);
  const status = /^HTTP\/\S+ (\d{3})/.exec(head)?.[1];
  return status === undefined
    ? null
    : { status: Number(status), fields: fieldsOf(head), body: block.subarray(end + 4) };
};

/**
 * Puts the pieces of a chunked body together (RFC 9112, 7.1). Many archives undo the pieces and keep the header: a body that does
 * not begin with a length is whole already. One that breaks off gives what is there.
 */
const joined = (body: Buffer): Buffer => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf("\r\n", at);
    const length =
      end < 0
        ? undefined
        : /^([0-9a-f]{1,8})[ \t]*(;.*)?$/i.exec(body.toString("latin1", at, Math.min(end, at + 200)))?.[1];
    if (length === undefined) return at === 0 ? body : Buffer.concat(pieces);
    const size = Number.parseInt(length, 16);
    if (size === 0) break;
    pieces.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(pieces);
};

const BOUND = { maxOutputLength: LARGEST_BODY };

/** `deflate` is zlib's format by the standard and raw by what some servers send. */
const inflated = (body: Buffer): Buffer =>
  (body[0]! & 0x0f) === 8 ? inflateSync(body, BOUND) : inflateRawSync(body, BOUND);

const UNPACK: Record<string, (body: Buffer) => Buffer> = {
  gzip: (body) => gunzipSync(body, BOUND),
  "x-gzip": (body) => gunzipSync(body, BOUND),
  deflate: inflated,
  br: (body) => brotliDecompressSync(body, BOUND),
};

const isGzip = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b;

/**
 * The body as the page's bytes. Many archives unpack it and keep the header, so that gzip is told by its first bytes and others
 * are taken as they are where they cannot be unpacked. @throws zlib's errors where gzip is damaged or unpacks to too much
 */
export const bodyOf = ({ fields, body }: HttpAnswer): Buffer => {
  const whole = /\bchunked\b/i.test(fields.get("transfer-encoding") ?? "") ? joined(body) : body;
  const encoding = (fields.get("content-encoding") ?? "").trim().toLowerCase();
  if (isGzip(whole)) return gunzipSync(whole, BOUND);
  const unpack = UNPACK[encoding];
  if (unpack === undefined || encoding.endsWith("gzip") || whole.length === 0) return whole;
  try {
    return unpack(whole);
  } catch {
    return whole;
  }
};
