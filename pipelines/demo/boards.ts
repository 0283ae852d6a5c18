import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Source } from "../../models/source.js";
import type { Advert, Shelf } from "./boards/advert.js";
import { type Answer, page, plain, type Route, respond, type Site, siteOf } from "./boards/answer.js";
import { ashby } from "./boards/ashby.js";
import { greenhouse, greenhouseMissing } from "./boards/greenhouse.js";
import { jsonld, jsonldMissing, withDrafts } from "./boards/jsonld.js";
import { lever, leverMissing } from "./boards/lever.js";
import type { Market } from "./market.js";
import type { Board } from "./shapes.js";
import { createWriter } from "./text/compose.js";
import { escapeHtml } from "./text/document.js";

export interface ServedBoards {
  /** The boards as entries of a sources file. */
  sources: Source[];
  /** Where the boards of Greenhouse, Lever and Ashby are; plain sites have their own ports. */
  port: number;
  close(): Promise<void>;
}

type Shelves = ReadonlyMap<Board, Advert[]>;

function openAdverts(market: Market): Shelves {
  const write = createWriter(market.words);
  const shelves = new Map<Board, Advert[]>(market.words.boards.map((board) => [board, []]));
  for (const posting of market.open()) shelves.get(posting.board)!.push({ posting, composed: write(posting) });
  return shelves;
}

const shelfOf = ({ board, name }: Board, adverts: readonly Advert[], today: number): Shelf => ({
  board,
  name,
  adverts,
  home: "",
  changed: today,
  today,
});

/** All platforms with an API behind one address, by their paths. */
function apiSite(shelves: Shelves, today: number): Site {
  const routes: Route[] = [["/robots.txt", () => plain("User-agent: *\nAllow: /\n", today)]];
  const names: string[] = [];
  for (const [board, adverts] of shelves) {
    routes.push(...routesOf(board, shelfOf(board, adverts, today)));
    if (board.platform !== "jsonld") names.push(`<li>${escapeHtml(board.name)} (${board.platform})</li>`);
  }
  const listing = `<h1>Boards</h1>\n<ul>\n${names.join("\n")}\n</ul>`;
  routes.push(["/", () => page("Simulated market", listing, "", today)]);
  const missing = (path: string): Answer => {
    if (path.startsWith("/v1/")) return greenhouseMissing(today);
    return path.startsWith("/v0/") ? leverMissing(today) : jsonldMissing(today);
  };
  return siteOf(routes, { missing });
}

function routesOf({ platform }: Board, shelf: Shelf): Route[] {
  if (platform === "greenhouse") return greenhouse(shelf);
  if (platform === "lever") return lever(shelf);
  return platform === "ashby" ? ashby(shelf) : [];
}

const plainSite = (board: Board, adverts: readonly Advert[], today: number, origin: string): Site =>
  siteOf(jsonld(shelfOf(board, withDrafts(adverts), today), origin), { missing: () => jsonldMissing(today) });

/** Starts a server on loopback; its site may need to know its address. Rejects where the port is taken. */
function serve(port: number, siteAt: (origin: string) => Site): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    let site: Site;
    const server = createServer((request, response) => respond(site, request, response));
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const taken = (server.address() as AddressInfo).port;
      site = siteAt(`http://127.0.0.1:${taken}`);
      resolve({ server, port: taken });
    });
  });
}

const sourceOf = ({ id, platform, board, employers }: Board, port: number, open: number): Source => ({
  id,
  platform,
  board,
  base_url: `http://127.0.0.1:${port}`,
  ...(employers.length === 1 && { employer: employers[0]! }),
  expect: { min: Math.floor(open / 3), max: open * 3 + 30 },
  enabled: true,
});

/**
 * Serves the postings that are open today on 127.0.0.1, each board in its platform's dialect: one address for the
 * platforms with an API (`port`, or a free one), and one more for each plain site (the ports that follow, or free ones).
 */
export async function serveBoards(market: Market, { port = 0 }: { port?: number } = {}): Promise<ServedBoards> {
  const shelves = openAdverts(market);
  const servers: Server[] = [];
  const close = async (): Promise<void> => void (await Promise.all(servers.map(closed)));
  const start = async (siteAt: (origin: string) => Site): Promise<number> => {
    const started = await serve(port === 0 ? 0 : port + servers.length, siteAt);
    servers.push(started.server);
    return started.port;
  };
  try {
    const api = await start(() => apiSite(shelves, market.today));
    const sources: Source[] = [];
    for (const [board, adverts] of shelves) {
      const own =
        board.platform !== "jsonld" ? api : await start((origin) => plainSite(board, adverts, market.today, origin));
      sources.push(sourceOf(board, own, adverts.length));
    }
    return { sources, port: api, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Stops a server at once, with all that is under way. */
export function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
