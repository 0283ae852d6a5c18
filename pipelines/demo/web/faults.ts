import type { Source } from "../../../models/source.js";
import type { FaultName } from "../../ledger.js";
import { type Route, respond, type Site } from "../boards/answer.js";
import { createWriter } from "../text/compose.js";
import { vocabulary } from "../vocabulary.js";
import { dialectOf, type WebBoard, webBoard, webSource } from "./boards.js";
import * as broken from "./breakages.js";
import { type PlantedPosting, plantedOn, type Write } from "./days.js";
import type { Handle, Hosts } from "./hosts.js";
import { siteOn } from "./site.js";
import { createSower } from "./sow.js";

/** A board that does one thing wrong, on a host of its own, and what a crawler is to make of it. */
export interface Fault {
  name: string;
  sources: Source[];
  /** What has to be reported; null where nothing is wrong in the end. */
  expected: FaultName | null;
  /** Whether all that is planted comes through nevertheless. */
  whole: boolean;
  planted: PlantedPosting[];
}

interface Plan {
  expected: FaultName | null;
  /** Absent: false. */
  whole?: boolean;
  /** Absent: greenhouse, a whole board in one answer. */
  platform?: "smartrecruiters" | "jsonld";
  /** Postings that stand on it. Absent: 10. */
  postings?: number;
  /** What the source says that it usually has. Absent: 5 to 60. */
  expect?: NonNullable<Source["expect"]>;
  /** What it does to all requests but those for robots.txt, and to those. Absent: it answers. */
  act?: broken.Act;
  robots?: broken.Act;
  /** A line more in every text, for faults that are about its letters. */
  line?: string;
}

/** Letters that no two character sets write alike. */
const LETTERS = "Résumé and café – “naïve façade” – señor Müller’s crème brûlée, 20 €.";
const METADATA = "http://169.254.169.254/latest/meta-data";

/** The first requests of these meet the fault, so that a client that tries twice more gets through. */
const PASSING = 2;

const inUtf8 = (text: string): Buffer => Buffer.from(text);
const letters = { platform: "jsonld", line: LETTERS, whole: true } as const;

const PLANS: Record<string, Plan> = {
  "429 with Retry-After": {
    expected: null,
    whole: true,
    act: broken.atFirst(PASSING, broken.says(429, { "retry-after": "1" })),
  },
  "429 without Retry-After": { expected: null, whole: true, act: broken.atFirst(PASSING, broken.says(429)) },
  "429 for ever": { expected: "too_many_requests", act: broken.says(429, { "retry-after": "1" }) },
  "429 until tomorrow": { expected: "too_many_requests", act: broken.says(429, { "retry-after": "86400" }) },
  "503 for a while": { expected: null, whole: true, act: broken.atFirst(PASSING, broken.says(503)) },
  "500 for ever": { expected: "server_error", act: broken.says(500) },
  "status 403": { expected: "client_error", act: broken.says(403) },
  "status 404": { expected: "client_error", act: broken.says(404) },
  "hanging socket": { expected: "timeout", act: broken.silence },
  "hanging body": { expected: "timeout", act: broken.stall },
  "closed connection": { expected: "connection", act: broken.reset },
  "truncated body": { expected: "truncated", act: broken.breakOff },
  "truncated gzip": { expected: "truncated", act: broken.halfGzip },
  "corrupt gzip": { expected: "undecodable", act: broken.brokenGzip },
  "unknown packing": { expected: "undecodable", act: broken.oddPacking },
  "short content-length": { expected: "not_the_platform", act: broken.shortLength },
  "windows-1252 called utf-8": {
    ...letters,
    expected: "wrong_charset",
    act: broken.recoded("utf-8", broken.inWindows1252),
  },
  "utf-8 called iso-8859-1": { ...letters, expected: "wrong_charset", act: broken.recoded("iso-8859-1", inUtf8) },
  "charset in the page alone": {
    ...letters,
    expected: null,
    act: broken.recoded(null, broken.inWindows1252, (text) =>
      text.replace('<meta charset="utf-8">', '<meta charset="windows-1252">'),
    ),
  },
  "gzip bomb": { expected: "too_large", act: broken.bomb },
  "endless body": { expected: "too_large", act: broken.flood },
  "one redirect": { expected: null, whole: true, act: broken.chain(1) },
  "redirect loop": { expected: "redirect_loop", act: broken.circle },
  "redirect chain": { expected: "redirect_loop", act: broken.chain(12) },
  "redirect to a barred path": { expected: "disallowed", act: broken.redirects("/private/jobs") },
  "redirect to a private network": { expected: "private_address", act: broken.redirects("http://10.0.0.1/") },
  "redirect to cloud metadata": { expected: "private_address", act: broken.redirects(METADATA) },
  "redirect to a file": { expected: "redirect_refused", act: broken.redirects("file:///etc/hostname") },
  "robots.txt 500": { expected: "robots_closed", robots: broken.says(500) },
  "robots.txt hanging": { expected: "robots_closed", robots: broken.silence },
  "robots.txt moved": { expected: null, whole: true, robots: broken.movedRobots },
  "broken JSON": { expected: "not_the_platform", act: broken.insteadOf("application/json", '{"jobs": [{"id": 1,') },
  "HTML in place of JSON": {
    expected: "not_the_platform",
    act: broken.insteadOf("text/html", "<!doctype html><title>Checking your browser</title><p>One moment, please.</p>"),
  },
  "empty list": { expected: "empty_board", postings: 0 },
  "few of many": { expected: "low_yield", whole: true, postings: 3 },
  "many of few": { expected: "high_yield", whole: true, expect: { min: 1, max: 4 } },
  "the same page for ever": { expected: "endless_list", platform: "smartrecruiters", act: broken.sameAgain },
  "ever more pages": { expected: "endless_list", platform: "smartrecruiters", act: broken.evergrowing },
  "sitemap of itself": { expected: "empty_board", platform: "jsonld", act: broken.selfIndex },
  "sitemaps without end": { expected: "endless_list", platform: "jsonld", act: broken.sitemapBomb },
};

/** Nobody listens there. */
const NOWHERE = "http://127.0.0.1:2";
const USUAL = { min: 5, max: 60 };

const faultBoard = (name: string, platform = "greenhouse"): WebBoard =>
  webBoard(name, dialectOf(platform), { family: "fault" });

const sourceAt = (board: WebBoard, origin: string, expect = USUAL): Source => ({
  ...webSource(board, origin, 0),
  expect,
});

function handlerOf({ act, robots }: Plan, site: Site): Handle {
  let count = 0;
  return (request, response) => {
    const path = request.url ?? "/";
    const isRobots = path.startsWith("/robots");
    if (!isRobots) count += 1;
    const answer = (): void => respond(site, request, response);
    const sound = (of = path): ReturnType<broken.Turn["sound"]> => {
      const { pathname, search } = new URL(of, "http://127.0.0.1");
      const { status = 200, contentType, body } = site.answer("GET", pathname, search, "")!;
      return { status, contentType, body };
    };
    const does = isRobots ? robots : act;
    if (does) does({ request, response, path, count, sound, answer });
    else answer();
  };
}

/** Opens a host for every faulty board; each has healthy postings behind its fault. */
export async function openFaults(hosts: Hosts, seed: number, first: string): Promise<Fault[]> {
  const words = vocabulary();
  const sow = createSower(words, seed, first);
  const compose = createWriter(words);
  const faults: Fault[] = [];
  for (const [name, plan] of Object.entries(PLANS)) {
    const { platform, postings = 10, expect, line, expected, whole = false } = plan;
    const board = faultBoard(name, platform);
    const sown = sow(board, postings, false);
    const write: Write = (posting) => withLine(compose(posting), line);
    const origin = await hosts.open((own) =>
      handlerOf(plan, siteOn(board.dialect, [[board, sown]], { day: 1, first, write }, own)),
    );
    const planted = plantedOn(board, sown, 1, first, write);
    faults.push({ name, sources: [sourceAt(board, origin, expect)], expected, whole, planted });
  }
  const nobody = sourceAt(faultBoard("nobody listens"), NOWHERE);
  return [
    ...faults,
    { name: "nobody listens", sources: [nobody], expected: "robots_closed", whole: false, planted: [] },
  ];
}

const withLine = (composed: ReturnType<Write>, text: string | undefined): ReturnType<Write> =>
  text === undefined ? composed : { ...composed, blocks: [...composed.blocks, { kind: "paragraph", text }] };

/** A board of broken JSON on a host of healthy Greenhouse boards, which must not suffer from it. */
export function brokenNeighbour(): { route: Route; at(origin: string): Fault } {
  const name = "broken JSON among healthy boards";
  const board = faultBoard(name);
  const answer = { contentType: "application/json", body: '{"jobs": [{"id": 1,', changed: 0 };
  const route: Route = [`/v1/boards/${board.tenant}/jobs?content=true`, () => answer];
  return {
    route,
    at: (origin) => ({
      name,
      sources: [sourceAt(board, origin)],
      expected: "not_the_platform",
      whole: false,
      planted: [],
    }),
  };
}
