import { regionOf } from "../../extractors/place.js";
import { RawPosting } from "../../models/posting.js";
import type { Source } from "../../models/source.js";
import { DEEPEST_JSON, LONGEST_TEXT } from "../bounds.js";
import { NestingError, parseJson } from "../readers/parse-json.js";
import { words } from "./fields.js";
import type { Fetchable, Page, Parsed, Platform, Refusal } from "./platform.js";

const EXPECTED: Record<string, string> = {
  requisition: "the advert's own id, 1 to 300 characters",
  title: "a job title of 1 to 1,000 characters",
  posted_on: "a day of the calendar such as 2024-05-31",
  updated_on: "a day of the calendar such as 2024-05-31",
  closed_on: "a day of the calendar such as 2024-05-31",
  pay_currency: "an ISO 4217 code such as USD",
  pay_period: "hour, day, week, month or year",
};

/** A letter or figure outside tags: found at once in nearly every advert, so that few are looked at as a whole. */
const HAS_WORDS = /(?:^|>)[^<>&]*[\p{L}\p{N}]/u;

const textFault = (raw: RawPosting): { value: string; reason: string } | null => {
  const words = raw.html ?? raw.text ?? "";
  if (words.length > LONGEST_TEXT)
    return {
      value: words.slice(0, 60),
      reason: `a description of ${words.length.toLocaleString("en-US")} characters; at most ${LONGEST_TEXT.toLocaleString("en-US")} are taken`,
    };
  return !HAS_WORDS.test(words) && words.replace(/<[^<>]*>|&nbsp;/g, "").trim() === ""
    ? { value: raw.title ?? "", reason: "no text: the advert's words are needed as text or html" }
    : null;
};

const shown = (value: unknown): string =>
  (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 200);

const valueAt = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** A raw posting validated once: itself, or why it is refused (one refusal a posting, naming every wrong field). */
export const checked = (raw: RawPosting, where: string, line?: number, item: unknown = raw): RawPosting | Refusal => {
  const place = { where, ...(line === undefined ? {} : { line }) };
  const fault = textFault(raw);
  if (fault) return { ...place, field: "text", ...fault, item: kept(item) };
  const result = RawPosting.safeParse(raw);
  if (result.success) return withRegion(result.data);
  const [first] = result.error.issues;
  const reason = result.error.issues
    .map((issue) => `${issue.path.join(".")}: ${EXPECTED[String(issue.path[0])] ?? issue.message}`)
    .join("; ");
  return {
    ...place,
    field: String(first?.path[0] ?? ""),
    value: shown(valueAt(raw, first?.path ?? [])),
    reason,
    item: kept(item),
  };
};

/** The region of the first location that tells one; the bare US is left to what the text may say of the state. */
const withRegion = (posting: RawPosting): RawPosting => {
  if (posting.region !== undefined) return posting;
  const region = posting.locations?.map(regionOf).find((found) => found !== null && found !== "US");
  return region ? { ...posting, region } : posting;
};

/** A refused item is kept for the quarantine, except that endless texts are cut. */
const kept = (item: unknown): unknown => {
  if (item === null || typeof item !== "object") return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, typeof value === "string" ? value.slice(0, 2000) : value]),
  );
};

export const isRefusal = (one: RawPosting | Refusal): one is Refusal => "reason" in one;

/** Reads every item of an answer: a posting, a request for the page that holds its text, or null for none of ours. */
export const collect = <Item>(
  page: Page,
  items: readonly Item[],
  read: (item: Item) => RawPosting | Fetchable | null,
): Parsed => {
  const parsed: Parsed = { postings: [], refused: [], follow: [] };
  for (const item of items) {
    const one = read(item);
    if (one === null) continue;
    if (!("requisition" in one)) {
      parsed.follow.push(one);
      continue;
    }
    const posting = checked(one, page.url);
    if (isRefusal(posting)) parsed.refused.push(posting);
    else parsed.postings.push(posting);
  }
  return parsed;
};

/** The answer is not the platform's at all: names the platform, the address, what was expected and what came. */
export class AnswerError extends Error {
  override name = "AnswerError";
  constructor(platform: string, page: Page, expected: string) {
    super(
      `${platform}: ${page.url}: expected ${expected}, but it begins ${JSON.stringify(words(page.body, 120) ?? "")}`,
    );
  }
}

/** @throws AnswerError where the body is not JSON */
export const jsonOf = (platform: string, page: Page, expected: string): unknown => {
  try {
    return parseJson(page.body);
  } catch (error) {
    const depth = error instanceof NestingError ? `, at most ${DEEPEST_JSON} lists and objects deep` : "";
    throw new AnswerError(platform, page, `JSON with ${expected}${depth}`);
  }
};

/**
 * What an answer holds, by its platform's reader. An answer may be anything at all: what the reader did not foresee fails this
 * answer by name, and not the night.
 * @throws AnswerError
 */
export const readAnswer = (platform: Platform, page: Page, source: Source): Parsed => {
  try {
    return platform.parse(page, source);
  } catch (error) {
    if (error instanceof AnswerError) throw error;
    const { name, message } = error as Error;
    throw new AnswerError(platform.name, page, `an answer that can be read (${name}: ${message})`);
  }
};

/** @throws AnswerError where the value is not a list */
export const listOf = (platform: string, page: Page, value: unknown, expected: string): unknown[] => {
  if (!Array.isArray(value)) throw new AnswerError(platform, page, expected);
  return value;
};

export const nothing = (): Parsed => ({ postings: [], refused: [], follow: [] });
