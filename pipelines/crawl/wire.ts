import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { Agent, type Dispatcher } from "undici";
import { LARGEST_BODY } from "../bounds.js";
import type { FaultName } from "../ledger.js";
import { guardedLookup, type Leave } from "../politeness/address.js";
import { decode } from "../readers/charset.js";

/** Bounds of one request; what goes beyond is cut off and named. */
export interface WireLimits {
  /** Time to connect, until the headers, and between two pieces of the body, in ms. */
  stallMs: number;
  /** Time for all of it, in ms. */
  totalMs: number;
  /** Bytes of a body, as sent and unpacked. */
  bodyBytes: number;
}

export const WIRE_LIMITS: WireLimits = { stallMs: 20_000, totalMs: 60_000, bodyBytes: LARGEST_BODY };

/** A request that brought no usable answer: the fault's name, and a sentence. */
export class WireError extends Error {
  override name = "WireError";
  constructor(
    readonly fault: FaultName,
    message: string,
  ) {
    super(message);
  }
}

/** One answer, redirects not followed. */
export interface WireAnswer {
  status: number;
  header(name: string): string | undefined;
  contentType: string;
  body: string;
  /** Bytes of the body as sent. */
  bytes: number;
  /** True where the body was not in the character set that the answer named. */
  wrongCharset: boolean;
}

export interface WireRequest {
  url: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
}

const UNPACK: Record<string, (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

const CODES: Record<string, FaultName> = {
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "truncated",
  UND_ERR_HEADERS_OVERFLOW: "too_large",
  ERR_BUFFER_TOO_LARGE: "too_large",
  Z_BUF_ERROR: "truncated",
  Z_DATA_ERROR: "undecodable",
  EPRIVATE: "private_address",
};

const faultOf = (error: Error & { code?: string }, bodyBegun: boolean): FaultName => {
  const known = CODES[error.code ?? ""];
  if (known) return known;
  // The other side closed the connection: within a body that is a body cut short.
  return bodyBegun ? "truncated" : "connection";
};

const headerOf = (headers: Record<string, string | string[] | undefined>, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.at(-1) : value;
};

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const unpacked = async (bytes: Buffer, encodings: string | undefined, most: number): Promise<Buffer> => {
  if (encodings === undefined && !isGzip(bytes)) return bytes;
  let body = bytes;
  const options = { maxOutputLength: most };
  for (const encoding of (encodings ?? "").split(",").map((one) => one.trim().toLowerCase())) {
    if (encoding === "" || encoding === "identity") continue;
    const unpack = UNPACK[encoding];
    if (!unpack) throw new WireError("undecodable", `the body is packed as "${encoding}", which was not asked for`);
    body = await unpack(body, options);
  }
  // A gzip file as such, e.g. sitemap.xml.gz.
  return isGzip(body) ? gunzipped(body, options) : body;
};

const gunzipped = promisify(gunzip) as (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

interface Received {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  packed: Buffer;
}

const wireError = (error: Error & { code?: string }, bodyBegun: boolean): WireError =>
  error instanceof WireError
    ? error
    : new WireError(faultOf(error, bodyBegun), error.message || error.code || error.name);

/** HTTP as it is: one request, one answer, bounded in time and size, to public addresses only (or with leave). */
export class Wire {
  readonly #agent: Dispatcher;

  constructor(
    private readonly limits: WireLimits,
    leave: Leave,
  ) {
    const { stallMs } = limits;
    this.#agent = new Agent({
      connect: { lookup: guardedLookup(leave), timeout: stallMs },
      headersTimeout: stallMs,
      bodyTimeout: stallMs,
      keepAliveTimeout: 10_000,
    });
  }

  /** @throws WireError with the fault's name */
  async send(asked: WireRequest): Promise<WireAnswer> {
    const { status, headers, packed } = await this.#exchange(asked);
    const header = (name: string): string | undefined => headerOf(headers, name);
    try {
      const bytes = await unpacked(packed, header("content-encoding"), this.limits.bodyBytes);
      const contentType = header("content-type") ?? "";
      const { text, wrongCharset } = decode(bytes, contentType.match(/charset\s*=\s*["']?([\w-]+)/i)?.[1]);
      return {
        status,
        header,
        contentType: contentType.split(";")[0]?.trim().toLowerCase() ?? "",
        body: text,
        bytes: packed.length,
        wrongCharset,
      };
    } catch (error) {
      throw wireError(error as Error, true);
    }
  }

  /** One request and its whole body, by the dispatcher's own callbacks: a stream object a request would cost twice as much. */
  #exchange({ url, method, headers, body }: WireRequest): Promise<Received> {
    const { totalMs, bodyBytes } = this.limits;
    const { origin, pathname, search } = new URL(url);
    return new Promise((resolve, reject) => {
      const received: Received = { status: 0, headers: {}, packed: Buffer.alloc(0) };
      const pieces: Buffer[] = [];
      let bytes = 0;
      let controller: Dispatcher.DispatchController | undefined;
      let late: WireError | undefined;
      const timer = setTimeout(() => {
        late = new WireError("timeout", `no whole answer within ${totalMs / 1000} s`);
        controller?.abort(late);
        reject(late);
      }, totalMs);
      this.#agent.dispatch(
        {
          origin,
          path: `${pathname}${search}`,
          method,
          headers: { "accept-encoding": "gzip, deflate, br", ...headers },
          body: body ?? null,
        },
        {
          onRequestStart: (started) => {
            controller = started;
            if (late) started.abort(late);
          },
          onResponseStart: (_, status, stated) => {
            received.status = status;
            received.headers = stated;
          },
          onResponseData: (running, piece) => {
            bytes += piece.length;
            pieces.push(piece);
            if (bytes > bodyBytes)
              running.abort(new WireError("too_large", `the body is larger than ${bodyBytes >> 20} MB`));
          },
          onResponseEnd: () => {
            clearTimeout(timer);
            received.packed = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces, bytes);
            resolve(received);
          },
          onResponseError: (_, error) => {
            clearTimeout(timer);
            reject(wireError(error, received.status > 0));
          },
        },
      );
    });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
