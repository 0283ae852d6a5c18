import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { windows1252Byte } from "../../readers/windows-1252.js";

/** One request at a faulty host. */
export interface Turn {
  request: IncomingMessage;
  response: ServerResponse;
  /** Path with its query. */
  path: string;
  /** Requests so far for anything but robots.txt, this one included. */
  count: number;
  /** The answer that the board would give to this path, or to another, were it in order; never zipped. */
  sound(path?: string): { status: number; contentType: string; body: Buffer };
  /** Gives it. */
  answer(): void;
}

/** What a faulty host does in place of answering. */
export type Act = (turn: Turn) => void;

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** A status without a body worth reading. */
export const says =
  (status: number, headers: Record<string, string> = {}): Act =>
  ({ response }) =>
    void response.writeHead(status, { "content-type": "text/plain", ...headers }).end(`${status}\n`);

/** The first `most` requests meet the act, the later ones are answered. */
export const atFirst =
  (most: number, act: Act): Act =>
  (turn) => {
    if (turn.count <= most) act(turn);
    else turn.answer();
  };

/** Takes the request and never says anything. */
export const silence: Act = () => {};

/** Closes the connection instead of answering. */
export const reset: Act = ({ request }) => void request.socket.destroy();

/** Headers and a first piece of the body, then nothing for ever. */
export const stall: Act = ({ response, sound }) => {
  const { contentType, body } = sound();
  response.writeHead(200, { "content-type": contentType, "content-length": body.length });
  response.write(body.subarray(0, 100));
};

/** Half of the body that the length promises, then the connection is closed. */
export const breakOff: Act = ({ response, sound }) => {
  const { contentType, body } = sound();
  response.writeHead(200, { "content-type": contentType, "content-length": body.length });
  response.write(body.subarray(0, body.length >> 1), () => setImmediate(() => response.destroy()));
};

/** A length that is too small: the client has to take the beginning for all of it. */
export const shortLength: Act = ({ response, sound }) => {
  const { contentType, body } = sound();
  response.writeHead(200, { "content-type": contentType, "content-length": body.length >> 1 });
  response.end(body);
};

const packed =
  (change: (zipped: Buffer) => Buffer, encoding = "gzip"): Act =>
  ({ response, sound }) => {
    const { contentType, body } = sound();
    const bytes = change(gzipSync(body));
    const headers = { "content-type": contentType, "content-encoding": encoding, "content-length": bytes.length };
    response.writeHead(200, headers).end(bytes);
  };

/** A gzip stream without its second half, sent whole as far as HTTP can tell. */
export const halfGzip = packed((zipped) => zipped.subarray(0, zipped.length >> 1));
/** A gzip stream with rubbish in its middle. */
export const brokenGzip = packed((zipped) => Buffer.from(zipped).fill(0xff, 10, zipped.length >> 1));
/** A packing that no client asked for. */
export const oddPacking = packed((zipped) => zipped, "x-pack");

const BOMB_PIECE = 16 << 20;
const BOMB_PIECES = 64;

/** A gigabyte of zeros in about a megabyte: a gzip stream may be made of many, one after the other (RFC 1952, 2.2). */
export const bomb: Act = ({ response }) => {
  const piece = gzipSync(Buffer.alloc(BOMB_PIECE), { level: 9 });
  const body = Buffer.concat(Array.from({ length: BOMB_PIECES }, () => piece));
  response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip", "content-length": body.length }).end(body);
};

/** A body that goes on for as long as the client reads. */
export const flood: Act = ({ response }) => {
  const piece = Buffer.alloc(1 << 16, " ");
  response.writeHead(200, JSON_TYPE);
  const pour = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once("drain", pour);
  };
  pour();
};

export const redirects = (location: string): Act => says(302, { location });

/** A chain of so many redirects before the answer; the steps are told by the query. */
export const chain =
  (steps: number): Act =>
  (turn) => {
    const url = new URL(turn.path, "http://127.0.0.1");
    const step = Number(url.searchParams.get("step") ?? 0);
    if (step >= steps) {
      url.searchParams.delete("step");
      const { contentType, body } = turn.sound(`${url.pathname}${url.search}`);
      return insteadOf(contentType, body.toString())(turn);
    }
    url.searchParams.set("step", String(step + 1));
    redirects(`${url.pathname}${url.search}`)(turn);
  };

/** A robots.txt that stands elsewhere. */
export const movedRobots: Act = (turn) => {
  if (turn.path === "/robots.txt") return redirects("/robots-moved.txt")(turn);
  const { contentType, body } = turn.sound("/robots.txt");
  insteadOf(contentType, body.toString())(turn);
};

/** Two addresses that send the client from one to the other. */
export const circle: Act = (turn) => {
  const url = new URL(turn.path, "http://127.0.0.1");
  url.searchParams.set("side", url.searchParams.get("side") === "b" ? "a" : "b");
  redirects(`${url.pathname}${url.search}`)(turn);
};

/** Another text in place of the board's, with status 200. */
export const insteadOf =
  (contentType: string, body: string): Act =>
  ({ response }) =>
    void response.writeHead(200, { "content-type": contentType, "content-length": Buffer.byteLength(body) }).end(body);

/**
 * Text in windows-1252, one byte a sign.
 * @throws RangeError naming a sign that the character set lacks
 */
export const inWindows1252 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (sign) => {
      const byte = windows1252Byte(sign);
      if (byte < 0) throw new RangeError(`windows-1252 has no sign "${sign}"`);
      return byte;
    }),
  );

/** The answer's text in other bytes, and called what it is not; other types than pages pass as they are. */
export const recoded =
  (charset: string | null, encode: (text: string) => Buffer, change = (text: string): string => text): Act =>
  (turn) => {
    const { status, contentType, body } = turn.sound();
    if (!contentType.startsWith("text/html")) return turn.answer();
    const bytes = encode(change(body.toString("utf8")));
    const type = charset === null ? "text/html" : `text/html; charset=${charset}`;
    turn.response.writeHead(status, { "content-type": type, "content-length": bytes.length }).end(bytes);
  };

/** A list whose every page is its first, and which claims to be much longer. */
export const sameAgain: Act = (turn) => {
  const { pathname, searchParams } = new URL(turn.path, "http://127.0.0.1");
  if (!pathname.endsWith("/postings")) return turn.answer();
  const { content } = JSON.parse(turn.sound(`${pathname}?limit=100&offset=0`).body.toString()) as {
    content: unknown[];
  };
  const offset = Number(searchParams.get("offset") ?? 0);
  insteadOf("application/json", JSON.stringify({ offset, limit: 100, totalFound: 1_000_000, content }))(turn);
};

const PAGE = 100;

/** A list without an end: every page has new adverts and says that there are more. */
export const evergrowing: Act = (turn) => {
  const { pathname, searchParams } = new URL(turn.path, "http://127.0.0.1");
  const [list, id] = pathname.split(/(?<=\/postings)\//);
  const sound = JSON.parse(turn.sound(`${list}?limit=1&offset=0`).body.toString()) as { content: { id: string }[] };
  const [one] = sound.content;
  const offset = Number(searchParams.get("offset") ?? 0);
  const content = Array.from({ length: PAGE }, (_, n) => ({ ...one, id: String(1_000_000 + offset + n) }));
  const detail = (): string => JSON.stringify({ ...JSON.parse(turn.sound(`${list}/${one!.id}`).body.toString()), id });
  const page = { offset, limit: PAGE, totalFound: offset + 10 * PAGE, content };
  insteadOf("application/json", id === undefined ? JSON.stringify(page) : detail())(turn);
};

const sitemapIndex = (locations: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${locations.map((location) => `<sitemap><loc>${location}</loc></sitemap>`).join("\n")}
</sitemapindex>
`;

/** A sitemap index that names nothing but itself. */
export const selfIndex: Act = (turn) =>
  insteadOf("application/xml", sitemapIndex([`http://${turn.request.headers.host}/sitemap.xml`]))(turn);

/** A sitemap index that names two more, each of which does the same, without an end. */
export const sitemapBomb: Act = (turn) => {
  const number = Number(/\d+/.exec(turn.path)?.[0] ?? 0);
  const address = (next: number): string => `http://${turn.request.headers.host}/sitemap-${next}.xml`;
  insteadOf("application/xml", sitemapIndex([address(2 * number + 1), address(2 * number + 2)]))(turn);
};
