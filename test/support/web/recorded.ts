import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "../../../models/source.js";
import { type Answer, type Route, respond, siteOf } from "../../../pipelines/demo/boards/answer.js";
import { openHosts, type RequestLine } from "../../../pipelines/demo/web/hosts.js";
import { platforms } from "../../../pipelines/sources/index.js";

export interface RecordedSite {
  source: Source;
  /** Path of the recorded answer below the folder. */
  file: string;
  /** Adverts in it with their texts, those whose text stands on a page that was not recorded (it answers 404), and those refused. */
  postings: number;
  details: number;
  refused: number;
}

interface Recorded {
  platform: string;
  board: string;
  postings?: number;
  details?: number;
  refused?: number;
  /** What the list says after its last page, where it is asked for in pages. */
  after?: unknown;
}

/** Recorded answers that are the beginning of a board, with what stands in them. */
const RECORDED: Record<string, Recorded> = {
  "recorded/greenhouse-stripe.json": { platform: "greenhouse", board: "stripe", postings: 547 },
  "recorded/ashby-ramp.json": { platform: "ashby", board: "ramp", postings: 120 },
  "recorded/lever-palantir.json": { platform: "lever", board: "palantir", postings: 10 },
  "recorded/smartrecruiters-list.json": {
    platform: "smartrecruiters",
    board: "WesternDigital",
    details: 10,
    after: { offset: 10, limit: 100, totalFound: 10, content: [] },
  },
  "recorded/workday-list.json": {
    platform: "workday",
    board: "nvidia.wd5/NVIDIAExternalCareerSite",
    details: 10,
    after: { total: 0, jobPostings: [], facets: [], userAuthenticated: false },
  },
  "recorded/icims-jibe-github.json": {
    platform: "icims-jibe",
    board: "www.github.careers",
    postings: 10,
    after: { jobs: [], totalCount: 10 },
  },
  "recorded/first-items-recruitee.json": { platform: "recruitee", board: "aikidosecurity", postings: 3 },
  "recorded/first-items-workable.json": { platform: "workable", board: "vasion", postings: 2 },
  "recorded/first-items-comeet.json": { platform: "comeet", board: "F6.003/public", postings: 2 },
  "trimmed/bamboohr.json": { platform: "bamboohr", board: "sample", details: 2 },
  "trimmed/neogov.xml": { platform: "neogov", board: "exampleagency", postings: 2 },
  "trimmed/pinpoint.json": { platform: "pinpoint", board: "acme", postings: 2 },
  "trimmed/teamtailor.json": { platform: "teamtailor", board: "career", details: 2 },
  "trimmed/personio.xml": { platform: "personio", board: "acme", refused: 2 },
  "trimmed/workable.json": { platform: "workable", board: "zaelab", refused: 2 },
};

const missing = (): Answer => ({ contentType: "text/plain", body: "not recorded\n", changed: 0, status: 404 });

const sourceFor = (file: string, { platform, board }: Recorded): Source => ({
  id: `recorded-${file.replace(/^\w+\//, "").replace(/[^a-z0-9]+/g, "-")}`,
  platform,
  board,
  enabled: true,
});

/** The path of a board's first request answers as recorded; any later slice of the same list is empty. */
function routesOf(source: Source, body: string, contentType: string, after: unknown): Route[] {
  const [first] = platforms.get(source.platform)!.start(source);
  const { pathname, search } = new URL(first!.url);
  const recorded: Answer = { contentType, body, changed: 0 };
  const end: Answer = { contentType, body: JSON.stringify(after), changed: 0 };
  if (first!.method === "POST") return [[`POST ${pathname}`, (asked) => (asked.body === first!.body ? recorded : end)]];
  const whole: Route = [`${pathname}${search}`, () => recorded];
  return after === undefined ? [whole] : [whole, [pathname, () => end]];
}

/**
 * Serves the recorded answers in `folder` (real ones, never committed), each as a board on a host of its own. Null where
 * the folder is not there.
 */
export async function recordedSites(
  folder: string,
): Promise<{ sites: RecordedSite[]; log: RequestLine[]; close(): Promise<void> } | null> {
  if (!existsSync(folder)) return null;
  const hosts = openHosts();
  const sites: RecordedSite[] = [];
  for (const [file, recorded] of Object.entries(RECORDED)) {
    const source = sourceFor(file, recorded);
    const type = file.endsWith(".xml") ? "text/xml" : "application/json";
    const body = readFileSync(join(folder, file), "utf8");
    const site = siteOf(routesOf(source, body, type, recorded.after), { missing });
    const base_url = await hosts.open(() => (request, response) => respond(site, request, response));
    const { postings = 0, details = 0, refused = 0 } = recorded;
    sites.push({ source: { ...source, base_url }, file, postings, details, refused });
  }
  return { sites, log: hosts.log, close: hosts.close };
}
