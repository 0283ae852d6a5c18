import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { closed } from "../boards.js";

/** One request as a host met it. */
export interface RequestLine {
  /** When it came: ms since 1970, with fractions. */
  at: number;
  /** `127.0.0.1:PORT`. */
  host: string;
  method: string;
  /** With its query. */
  path: string;
  agent: string;
  /** 0 while it is under way, and for ever where it was never answered. */
  status: number;
  /** Bytes of the body that were sent; with those of the header where the answer did not say its length. */
  bytes: number;
  /** Whether the client asked conditionally, by If-None-Match or If-Modified-Since. */
  conditional: boolean;
  /** Connections to the host that were open when it came, and requests that the host was answering, this one included. */
  connections: number;
  underway: number;
}

export type Handle = (request: IncomingMessage, response: ServerResponse) => void;

export interface Hosts {
  log: RequestLine[];
  /** A host more; its handler is made knowing its origin. */
  open(handlerAt: (origin: string) => Handle): Promise<string>;
  close(): Promise<void>;
}

interface Load {
  connections: number;
  underway: number;
}

function lineOf(request: IncomingMessage, host: string, load: Load): RequestLine {
  const { headers } = request;
  return {
    at: performance.timeOrigin + performance.now(),
    host,
    method: request.method ?? "",
    path: request.url ?? "",
    agent: headers["user-agent"] ?? "",
    status: 0,
    bytes: 0,
    conditional: headers["if-none-match"] !== undefined || headers["if-modified-since"] !== undefined,
    ...load,
  };
}

/** Fills a line in when its answer is over, whole or not. */
function complete(line: RequestLine, response: ServerResponse, written: number): void {
  const stated = Number(response.getHeader("content-length"));
  const isWhole = response.writableFinished;
  line.status = response.headersSent ? response.statusCode : 0;
  if (line.method === "HEAD" || line.status === 304) return;
  line.bytes = isWhole && Number.isFinite(stated) ? stated : written;
}

/** Servers on 127.0.0.1, each a host of its own, and one log of all. `port` is the first one's; 0 takes free ones. */
export function openHosts({ delayMs = 0, port = 0 }: { delayMs?: number; port?: number } = {}): Hosts {
  const log: RequestLine[] = [];
  const servers: Server[] = [];
  const attend = (server: Server, host: string, handle: Handle): void => {
    const load: Load = { connections: 0, underway: 0 };
    server.on("connection", (socket) => {
      load.connections += 1;
      socket.on("close", () => {
        load.connections -= 1;
      });
    });
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      load.underway += 1;
      const line = lineOf(request, host, load);
      log.push(line);
      // Headers can be asked for afterwards only where one was set before the others were written.
      response.setHeader("server", "loopback");
      const before = request.socket.bytesWritten;
      response.on("close", () => {
        load.underway -= 1;
        complete(line, response, request.socket.bytesWritten - before);
      });
      if (delayMs === 0) handle(request, response);
      else setTimeout(() => handle(request, response), delayMs);
    });
  };
  const open: Hosts["open"] = (handlerAt) =>
    new Promise((resolve, reject) => {
      const server = createServer();
      const wanted = port === 0 ? 0 : port + servers.length;
      servers.push(server);
      server.once("error", reject);
      server.listen(wanted, "127.0.0.1", () => {
        const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
        attend(server, host, handlerAt(`http://${host}`));
        resolve(`http://${host}`);
      });
    });
  const close = async (): Promise<void> => {
    await Promise.all(servers.filter(({ listening }) => listening).map(closed));
  };
  return { log, open, close };
}
