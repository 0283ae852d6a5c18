import { EXTRACTOR, type LakeRows } from "./lake-writer.js";

/** A posting as a case writes it; what it leaves out has a plain default. */
export interface GivenPosting {
  id: string;
  /** Number of words of its text; they are `w<from>`, `w<from + 1>`, ..., of which the first `swap` are others. */
  words?: number;
  from?: number;
  swap?: number;
  /** `entity requirement [group]`; of the entities, those that CERTIFICATES lists or that follow `certificate:` are certificates. */
  asks?: string[];
  version?: number;
  unread?: boolean;
  /** Yearly and hourly pay in USD. */
  pay?: number;
  hourly?: number;
  [column: string]: unknown;
}

/** What a case gives: rows of a lake in short. */
export interface Given {
  postings?: GivenPosting[];
  /** `count` postings spread over the months of a year. */
  bulk?: ({ year: number; count: number } & Omit<GivenPosting, "id">)[];
  sightings?: { id: string; source: string; on: string }[];
  runs?: NonNullable<LakeRows["runs"]>;
  /** What else the outcome of a crawl says (hosts, faults, drift) goes into its marker as it stands. */
  crawls?: { source: string; on: string; censored?: boolean; error?: string; [field: string]: unknown }[];
  refusals?: Record<string, unknown>[];
  /** Rows of tables that a user loaded, by kind. */
  tables?: NonNullable<LakeRows["tables"]>;
}

const CERTIFICATES = new Set(["net", "net-one", "net-two", "old", "old-one", "typing", "office", "nurse", "driver"]);

const textOf = ({ id, words, from = 0, swap = 0 }: GivenPosting): string =>
  words === undefined
    ? `Text of ${id}.`
    : Array.from({ length: words }, (_, i) => (i < swap ? `other${from}and${i}` : `w${from + i}`)).join(" ");

const mentionsOf = ({ asks = [] }: GivenPosting): unknown[] =>
  asks.map((ask, i) => {
    const [named, requirement, group] = ask.split(" ");
    const entity = named!.replace(/^certificate:/, "");
    const kind = CERTIFICATES.has(entity) || entity !== named ? "certificate" : "skill";
    const place = {
      start: i * 10,
      end: i * 10 + 5,
      surface: "words",
      section: "required",
      evidence: "some words here",
    };
    return { kind, entity, requirement, ...place, ...(group ? { group: Number(group) } : {}) };
  });

const extractionOf = (posting: GivenPosting): Record<string, unknown> => ({
  lang: "en",
  soc: posting.soc,
  seniority: posting.seniority,
  experience_min: posting.experience_min,
  education: posting.education,
  equivalent_experience: posting.equivalent_experience ?? false,
  extractor: EXTRACTOR,
  mentions: mentionsOf(posting),
});

const postingOf = (posting: GivenPosting): Record<string, unknown> => {
  const { id, pay, hourly, posted_on = null } = posting;
  return {
    source: "archive",
    platform: "archive",
    board: "archive",
    requisition: id,
    title: `Title ${id}`,
    seen_on: "2024-12-31",
    region: null,
    closed_on: null,
    ...Object.fromEntries(
      ["source", "requisition", "title", "employer", "seen_on", "region", "closed_on"].flatMap((name) =>
        name in posting ? [[name, posting[name]]] : [],
      ),
    ),
    text: textOf(posting),
    posted_on,
    posted_on_quality: posted_on === null ? "unknown" : "stated",
    ...(pay === undefined ? {} : { pay_min: pay, pay_max: pay, pay_currency: "USD", pay_period: "year" }),
    ...(hourly === undefined ? {} : { pay_min: hourly, pay_max: hourly, pay_currency: "USD", pay_period: "hour" }),
  };
};

const spread = (bulk: NonNullable<Given["bulk"]>): GivenPosting[] =>
  bulk.flatMap(({ year, count, ...posting }, row) =>
    Array.from({ length: count }, (_, i) => ({
      ...posting,
      id: `bulk-${row}-${i}`,
      posted_on: `${year}-${String((i % 12) + 1).padStart(2, "0")}-15`,
    })),
  );

/** The rows of a lake that a case means. */
export const lakeOf = ({
  postings = [],
  bulk = [],
  sightings = [],
  crawls = [],
  refusals = [],
  runs = [],
  tables = {},
}: Given): LakeRows => {
  const all = [...postings, ...spread(bulk)];
  const identity = ({ id, version = 1 }: GivenPosting) => ({ posting_id: id, content_hash: `${id}-${version}` });
  return {
    postings: all.map((posting) => ({ ...postingOf(posting), ...identity(posting) })),
    extractions: all
      .filter(({ unread }) => !unread)
      .map((posting) => ({ ...extractionOf(posting), ...identity(posting) })),
    sightings: sightings.map(({ id, source, on }) => ({ posting_id: id, source, seen_on: on, batch: "b1" })),
    refusals,
    runs,
    tables,
    crawls: crawls.map(({ source, on, censored = false, error = null, ...more }) => ({
      source_id: source,
      date: on,
      seen: 10,
      new: 1,
      failed: 0,
      censored,
      http: {},
      robots: {},
      error,
      ...more,
    })),
  };
};
