import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** What a path answers, the same until the market's next day. */
export interface Answer {
  contentType: string;
  body: string | Buffer;
  /** When it last changed, as days since 1970-01-01. */
  changed: number;
  status?: number;
  /** Where a redirect leads. */
  location?: string;
}

/** What a request asks beyond its path. */
export interface Asked {
  query: URLSearchParams;
  /** Of a POST; else empty. */
  body: string;
}

export type Make = (asked: Asked) => Answer;

/** A path, with its query where that is part of the match, or `POST /path`; its answer is made when first asked for. */
export type Route = readonly [path: string, make: Make];

/** What a server sends so that a client may ask whether its copy is still good. */
export type Validators = "both" | "etag" | "weak etag" | "modified" | "none";

/** How a server answers, whatever it is asked. */
export interface Manner {
  missing: (path: string) => Answer;
  /** Absent: both. */
  validators?: Validators;
  /** Whether it sends gzip to clients that accept it. Absent: never. */
  zips?: boolean;
}

/** An answer as bytes; `zipped` once a client took it so. */
interface Ready extends Answer {
  body: Buffer;
  etag: string;
  zipped?: Buffer;
}

/** The answers of one server; undefined where a path cannot be asked by that method. */
export interface Site extends Manner {
  answer(method: string, path: string, search: string, body: string): Ready | undefined;
}

const MOST_ASKED_BYTES = 1 << 20;

export const json = (value: unknown, changed: number, status = 200): Answer => ({
  contentType: "application/json; charset=utf-8",
  body: JSON.stringify(value),
  changed,
  status,
});

export const plain = (body: string, changed: number): Answer => ({
  contentType: "text/plain; charset=utf-8",
  body,
  changed,
});

/** The page says what it is: nobody shall take a simulated advert for a real one. */
export const page = (title: string, body: string, head: string, changed: number, status = 200): Answer => ({
  contentType: "text/html; charset=utf-8",
  body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title>
${head}</head>
<body>
<header><p>Simulated market: no employer and no job on this page is real.</p></header>
<main>
${body}
</main>
</body>
</html>
`,
  changed,
  status,
});

function ready(answer: Answer): Ready {
  const body = Buffer.from(answer.body as string);
  return { ...answer, body, etag: `"${createHash("sha256").update(body).digest("hex").slice(0, 20)}"` };
}

/** A server's answers: made when first asked for, then kept. */
export function siteOf(routes: Iterable<Route>, manner: Manner): Site {
  const makes = new Map(routes);
  const kept = new Map<string, Ready>();
  const keep = (key: string, make: Make, asked: Asked): Ready => {
    let answer = kept.get(key);
    if (answer === undefined) {
      answer = ready(make(asked));
      kept.set(key, answer);
    }
    return answer;
  };
  return {
    ...manner,
    answer: (method, path, search, body) => {
      const found = method === "POST" ? makes.get(`POST ${path}`) : (makes.get(path + search) ?? makes.get(path));
      if (found) return keep(`${method} ${path}${search} ${body}`, found, { query: new URLSearchParams(search), body });
      return method === "POST" ? undefined : ready(manner.missing(path));
    },
  };
}

/** What goes with an answer so that the client can ask for it conditionally. */
function validatorsOf({ etag, changed }: Ready, kind: Validators): Record<string, string> {
  const modified = { "last-modified": new Date(changed * 86_400_000).toUTCString() };
  if (kind === "none") return { "cache-control": "no-store" };
  if (kind === "modified") return { ...modified, "cache-control": "no-cache" };
  const tag = { etag: kind === "weak etag" ? `W/${etag}` : etag };
  return { ...tag, ...(kind === "both" && modified), "cache-control": "no-cache" };
}

/** True where the client's copy is still good (RFC 9110: If-None-Match goes before If-Modified-Since). */
function unchanged({ headers }: IncomingMessage, { etag, changed }: Ready, kind: Validators): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined && kind !== "modified" && kind !== "none")
    return tags === "*" || tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  const since = Date.parse(headers["if-modified-since"] ?? "");
  return (kind === "both" || kind === "modified") && !Number.isNaN(since) && changed * 86_400_000 <= since;
}

function send(site: Site, body: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? "/", "http://127.0.0.1");
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
  const answer = site.answer(method, pathname, search, body);
  if (answer === undefined) {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const { validators = "both", zips = false } = site;
  const { status = 200, location, contentType } = answer;
  const headers = validatorsOf(answer, validators);
  if (status === 200 && unchanged(request, answer, validators)) {
    response.writeHead(304, headers).end();
    return;
  }
  const zipped = zips && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (zipped) answer.zipped ??= gzipSync(answer.body);
  const bytes = zipped ? answer.zipped! : answer.body;
  response.writeHead(status, {
    ...headers,
    ...(zips && { vary: "accept-encoding" }),
    ...(zipped && { "content-encoding": "gzip" }),
    ...(location !== undefined && { location }),
    "content-type": contentType,
    "content-length": bytes.length,
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Answers GET and HEAD, with the site's validators and 304 where nothing changed, and POST where a path takes it. */
export function respond(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const { method } = request;
  if (method === "GET" || method === "HEAD") send(site, "", request, response);
  else if (method === "POST") withBody(request, (body) => send(site, body, request, response));
  else response.writeHead(405, { allow: "GET, HEAD" }).end();
}

function withBody(request: IncomingMessage, take: (body: string) => void): void {
  let body = "";
  request.setEncoding("utf8").on("data", (part: string) => {
    body += part;
    if (body.length > MOST_ASKED_BYTES) request.destroy();
  });
  request.on("end", () => take(body));
}
