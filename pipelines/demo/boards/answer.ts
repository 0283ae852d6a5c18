import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** What a path answers, the same until the market's next day. */
export interface Answer {
  contentType: string;
  body: string | Buffer;
  /** When it last changed, as days since 1970-01-01. */
  changed: number;
  status?: number;
}

/** The answers of one server by path, and what it says to a path it does not have. */
export interface Site {
  answers: ReadonlyMap<string, Answer>;
  missing: (path: string) => Answer;
}

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

const etagOf = ({ body }: Answer): string => `"${createHash("sha256").update(body).digest("hex").slice(0, 20)}"`;

/** True where the client's copy is still good (RFC 9110: If-None-Match goes before If-Modified-Since). */
function unchanged({ headers }: IncomingMessage, etag: string, modified: Date): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return tags === "*" || tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  const since = Date.parse(headers["if-modified-since"] ?? "");
  return !Number.isNaN(since) && modified.getTime() <= since;
}

/** Answers GET and HEAD with ETag and Last-Modified, and 304 where nothing changed. */
export function respond(site: Site, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const { pathname, search } = new URL(request.url ?? "/", "http://127.0.0.1");
  const answer = site.answers.get(pathname + search) ?? site.answers.get(pathname) ?? site.missing(pathname);
  const modified = new Date(answer.changed * 86_400_000);
  const etag = etagOf(answer);
  const headers = { etag, "last-modified": modified.toUTCString(), "cache-control": "no-cache" };
  const status = answer.status ?? 200;
  if (status === 200 && unchanged(request, etag, modified)) {
    response.writeHead(304, headers).end();
    return;
  }
  const length = Buffer.byteLength(answer.body);
  response.writeHead(status, { ...headers, "content-type": answer.contentType, "content-length": length });
  response.end(request.method === "HEAD" ? undefined : answer.body);
}
