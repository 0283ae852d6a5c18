import type { Source } from "../../../models/source.js";
import { type Route, respond } from "../boards/answer.js";
import { dayOf, isoOf } from "../calendar.js";
import { createWriter } from "../text/compose.js";
import { vocabulary } from "../vocabulary.js";
import { sizesOf, webBoards, webSource } from "./boards.js";
import { type PlantedPosting, plantedOn } from "./days.js";
import { brokenNeighbour, type Fault, openFaults } from "./faults.js";
import { openHosts, type RequestLine } from "./hosts.js";
import { type Field, siteOn } from "./site.js";
import { createSower, type Day, type Sown } from "./sow.js";

export interface WebOptions {
  boards?: number;
  /** On the first day, without those that robots.txt bars. */
  postings?: number;
  seed?: number;
  /** The first day, ISO. */
  today?: string;
  /** What every answer waits, in ms. */
  delayMs?: number;
  /** Of the first host; the others follow. Absent: free ones. */
  port?: number;
  /** Whether the faulty boards stand beside the healthy ones. */
  faults?: boolean;
}

/** A web of job boards on loopback: a host a platform with an API, a host a plain site, a host a faulty board. */
export interface Web {
  /** The healthy boards. */
  sources: Source[];
  faults: Fault[];
  /** Every request to any host, oldest first. */
  log: RequestLine[];
  /** The day that it is, ISO. */
  today(): string;
  /** What the healthy boards have and had by that day. */
  planted(): PlantedPosting[];
  /** Goes on to that day. */
  apply(change: "day2" | "day3"): void;
  close(): Promise<void>;
}

/** Boards with their postings over all days. */
function sownBoards({ boards = 200, postings = 20_000, seed = 7, today = "2026-10-31" }: WebOptions): Field[] {
  const sow = createSower(vocabulary(), seed, today);
  const sizes = sizesOf(boards, postings);
  return webBoards(boards).map((board, number) => [board, sow(board, sizes[number]!)]);
}

/** The boards by host: those of one platform together, each plain site alone. */
function byHost(fields: readonly Field[]): Field[][] {
  const hosts = new Map<string, Field[]>();
  for (const field of fields) {
    const [{ dialect, id }] = field;
    const key = dialect?.platform ?? id;
    hosts.set(key, [...(hosts.get(key) ?? []), field]);
  }
  return [...hosts.values()];
}

const openOnFirst = (sown: readonly Sown[]): number =>
  sown.filter(({ fate, barred }) => fate.opens === 1 && !barred).length;

/** Starts the web on its first day; the same options make the same web. */
export async function openWeb(options: WebOptions = {}): Promise<Web> {
  const { seed = 7, today: first = "2026-10-31", delayMs = 0, port = 0, faults = false } = options;
  const fields = sownBoards({ ...options, seed, today: first });
  const hosts = openHosts({ delayMs, port });
  const write = createWriter(vocabulary());
  const renewals: ((day: Day) => void)[] = [];
  const sources = new Map<string, Source>();
  const faulty: Fault[] = [];
  let day: Day = 1;
  const openTogether = async (together: readonly Field[]): Promise<void> => {
    const { dialect } = together[0]![0];
    const neighbour = faults && dialect?.platform === "greenhouse" ? brokenNeighbour() : null;
    const more: Route[] = neighbour === null ? [] : [neighbour.route];
    const origin = await hosts.open((own) => {
      const renewed = (on: Day) => siteOn(dialect, together, { day: on, first, write }, own, more);
      let site = renewed(day);
      renewals.push((next) => {
        site = renewed(next);
      });
      return (request, response) => respond(site, request, response);
    });
    for (const [board, sown] of together) sources.set(board.id, webSource(board, origin, openOnFirst(sown)));
    if (neighbour !== null) faulty.push(neighbour.at(origin));
  };
  try {
    for (const together of byHost(fields)) await openTogether(together);
    if (faults) faulty.push(...(await openFaults(hosts, seed + 1, first)));
  } catch (error) {
    await hosts.close();
    throw error;
  }
  return {
    sources: fields.map(([{ id }]) => sources.get(id)!),
    faults: faulty,
    log: hosts.log,
    today: () => isoOf(dayOf(first) + day - 1),
    planted: () => fields.flatMap(([board, sown]) => plantedOn(board, sown, day, first, write)),
    apply: (change) => {
      day = change === "day2" ? 2 : 3;
      for (const renew of renewals) renew(day);
    },
    close: () => hosts.close(),
  };
}
