import pLimit from "p-limit";
import type { Source } from "../../models/source.js";
import { hostOf } from "../crawl/shard.js";
import { missingSecrets, platformOf } from "../sources/index.js";
import { readAnswer } from "../sources/parsed.js";
import type { Fetchable, Page, Parsed, Platform } from "../sources/platform.js";
import { textTable } from "../text-table.js";

/** What became of one request: an answer, or why there is none. */
export type Answered = { status: number; page: Page } | { refused: string } | { failed: string };

/** Asks politely: robots.txt, pace and redirects are its business. */
export type Ask = (request: Fetchable, source: Source) => Promise<Answered>;

export const VERDICTS = ["seen", "empty", "gone", "refused", "failed"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a board answered to its first request. */
export interface Finding {
  source_id: string;
  platform: string;
  board: string;
  verdict: Verdict;
  /** Postings in the first answer, and requests for adverts' own pages that it led to. */
  postings: number;
  listed: number;
  /** Why a board was not seen; null where it was. */
  detail: string | null;
}

export interface Verification {
  /** ISO time. */
  checked_at: string;
  findings: Finding[];
  counts: Record<Verdict, number>;
}

export interface VerifyOptions {
  sources: readonly Source[];
  ask: Ask;
  now: () => Date;
  /** Told of every finding as it comes. */
  onFinding?: (finding: Finding) => void;
}

/** Hosts asked at once; each is asked one request at a time. */
const HOSTS_AT_ONCE = 8;

type Judged = Pick<Finding, "verdict" | "postings" | "listed" | "detail">;

const not = (verdict: Verdict, detail: string): Judged => ({ verdict, postings: 0, listed: 0, detail });

const judgedBy = ({ postings, follow, refused }: Parsed): Judged => {
  // A further page of the list carries no label; a request for one advert, or for a part of a sitemap, does.
  const listed = follow.filter((request) => request.label !== undefined).length;
  if (postings.length + listed > 0) return { verdict: "seen", postings: postings.length, listed, detail: null };
  const [first] = refused;
  if (first === undefined) return not("empty", "the board answers, and lists nothing");
  return not("failed", `none of ${refused.length} adverts could be read; the first: ${first.field}: ${first.reason}`);
};

const judge = async (source: Source, platform: Platform, ask: Ask): Promise<Judged> => {
  const missing = missingSecrets(platform);
  if (missing.length > 0) return not("failed", `set ${missing.join(" and ")} in the environment`);
  const [request] = platform.start(source);
  if (request === undefined) return not("failed", `${platform.name} has no first request`);
  const answered = await ask(request, source);
  if ("refused" in answered) return not("refused", answered.refused);
  if ("failed" in answered) return not("failed", answered.failed);
  const { status, page } = answered;
  if (status === 404 || status === 410) return not("gone", `it answered ${status}`);
  if (status < 200 || status > 299) return not("failed", `it answered ${status}`);
  return judgedBy(readAnswer(platform, page, source));
};

const findingOf = async (source: Source, ask: Ask): Promise<Finding> => {
  const platform = platformOf(source);
  const about = { source_id: source.id, platform: platform.name, board: source.board };
  try {
    return { ...about, ...(await judge(source, platform, ask)) };
  } catch (error) {
    // An answer that is not the platform's at all: the reader says what it expected and what came.
    return { ...about, ...not("failed", (error as Error).message) };
  }
};

const byHost = (sources: readonly Source[]): Source[][] => {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const host = hostOf(source);
    groups.set(host, [...(groups.get(host) ?? []), source]);
  }
  return [...groups.values()];
};

/** Asks each source its first request, once, and says whether a board answered. Nothing is kept of the answers. */
export const verifySources = async ({ sources, ask, now, onFinding }: VerifyOptions): Promise<Verification> => {
  const checked_at = now().toISOString();
  const found = new Map<string, Finding>();
  const limit = pLimit(HOSTS_AT_ONCE);
  const askHost = async (group: readonly Source[]): Promise<void> => {
    for (const source of group) {
      const finding = await findingOf(source, ask);
      found.set(source.id, finding);
      onFinding?.(finding);
    }
  };
  await Promise.all(byHost(sources).map((group) => limit(askHost, group)));
  const findings = sources.flatMap(({ id }) => found.get(id) ?? []);
  const counts = Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, findings.filter((finding) => finding.verdict === verdict).length]),
  ) as Record<Verdict, number>;
  return { checked_at, findings, counts };
};

const answered = ({ postings, listed, detail }: Finding): string =>
  detail ?? (listed > 0 ? `${listed} adverts listed` : `${postings} postings`);

/** A verification as lines for a terminal: one a source, then the counts. */
export const verificationLines = ({ findings, counts }: Verification): string[] => [
  textTable([
    ["source", "platform", "verdict", "answer"],
    ...findings.map((finding) => [finding.source_id, finding.platform, finding.verdict, answered(finding)]),
  ]),
  `${findings.length} boards asked: ${VERDICTS.map((verdict) => `${counts[verdict]} ${verdict}`).join(", ")}`,
];
