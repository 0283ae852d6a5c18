import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Answer {
  status?: number;
  type?: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

export interface TestServer {
  url: string;
  /** Every request so far, "METHOD /path", with its user agent. */
  asked: { line: string; agent: string; at: number }[];
}

/** A real HTTP server on loopback for one test; a path without an answer gives 404. */
export const serve = async (
  answer: (path: string, request: IncomingMessage) => Answer | undefined,
): Promise<TestServer> => {
  const asked: TestServer["asked"] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "/";
    asked.push({
      line: `${request.method} ${path}`,
      agent: request.headers["user-agent"] ?? "",
      at: performance.now(),
    });
    const {
      status = 200,
      type = "text/html",
      body,
      headers = {},
    } = answer(path, request) ?? { status: 404, body: "not here" };
    response.writeHead(status, { "content-type": type, ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
};
