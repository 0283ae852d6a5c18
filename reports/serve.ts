import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/atom+xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".parquet": "application/vnd.apache.parquet",
};

const TEXT = /^(text|application\/(json|atom)|image\/svg)/;

const FIXED_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; img-src 'self' data:",
  "accept-ranges": "bytes",
};

interface Range {
  start: number;
  /** Last byte, inclusive. */
  end: number;
}

/**
 * The one range of bytes that a request asks for (RFC 9110, 14.1.2): the explorer's engine reads parts of its database. Null for
 * the whole file, also where several ranges or another unit are asked for, which a server may pass over; `none` lies outside.
 */
export function rangeOf(header: string | undefined, size: number): Range | null | "none" {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return null;
  return start >= size || start > end ? "none" : { start, end };
}

/** The file that an address names, or null where it is malformed, missing, or outside the site (also through a link). */
async function findFile(root: string, address: string): Promise<string | null> {
  try {
    const path = decodeURIComponent(new URL(`http://site${address}`).pathname);
    if (path.includes("\0")) return null;
    const file = await realpath(join(root, path.endsWith("/") ? `${path}index.html` : path));
    if (!file.startsWith(root + sep)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch {
    // A malformed address or a missing file: both are "not found" to the reader.
    return null;
  }
}

const end = (response: ServerResponse, code: number, text: string): void =>
  void response.writeHead(code, { "content-type": "text/plain; charset=utf-8", ...FIXED_HEADERS }).end(text);

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "Only GET and HEAD.\n");
  const file = await findFile(root, request.url ?? "/");
  if (file === null) return end(response, 404, "Not found.\n");
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const zip = TEXT.test(type) && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  if (!zip) return sendPart(file, type, request, response);
  const encoded = { "content-encoding": "gzip", vary: "accept-encoding" };
  response.writeHead(200, { "content-type": type, ...FIXED_HEADERS, ...encoded });
  if (request.method === "HEAD") return void response.end();
  await pipeline(createReadStream(file), createGzip(), response);
}

/** The file as it is, or the range of it that is asked for. */
async function sendPart(file: string, type: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size } = await stat(file);
  const range = rangeOf(request.headers.range, size);
  const headers = { "content-type": type, ...FIXED_HEADERS };
  if (range === "none") return void response.writeHead(416, { ...headers, "content-range": `bytes */${size}` }).end();
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.writeHead(range === null ? 200 : 206, {
    ...headers,
    "content-length": end - start + 1,
    ...(range === null ? {} : { "content-range": `bytes ${start}-${end}/${size}` }),
  });
  if (request.method === "HEAD" || size === 0) return void response.end();
  await pipeline(createReadStream(file, { start, end }), response);
}

/**
 * Serves a folder on loopback. Port 0 takes a free one.
 * @throws when the folder is missing or the port is taken.
 */
export async function serveSite({
  dir,
  port,
}: {
  dir: string;
  port: number;
}): Promise<{ port: number; close(): Promise<void> }> {
  const root = await realpath(resolve(dir));
  const server = createServer((request, response) => {
    // A reader who goes away in the middle of a file is no fault of ours.
    answer(root, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((ready, fail) => server.once("error", fail).listen(port, "127.0.0.1", ready));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      return closed;
    },
  };
}
