import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL } from "./detail.js";
import { at, list, prose, words } from "./fields.js";
import { AnswerError, collect, jsonOf, nothing } from "./parsed.js";
import type { Fetchable, Page, Parsed, Platform } from "./platform.js";
import { treeOf } from "./tree.js";

const EXPECTED = "a thread {id, children: [...]}, a list of threads {hits: [...]}, or a comment {id, text}";
const LONGEST_TITLE = 200;
/** The account posts three threads a month; only this one holds adverts of employers. */
const HIRING = /who is hiring\?/i;
/** Of the account's newest threads, how many are looked at for the newest hiring one. */
const NEWEST = 9;

const algolia = (source: Source): string => `${origin(source, "https://hn.algolia.com")}/api/v1`;
const firebase = (source: Source): string => `${origin(source, "https://hacker-news.firebaseio.com")}/v0`;
const item = (source: Source, id: unknown): Fetchable => ({ url: `${firebase(source)}/item/${String(id)}.json` });

/** The opening line of a comment, and the employer where bars set it off ("Acme | Nurse | Leeds"). */
const opening = (html: string): { title: string; employer: string | undefined } => {
  const first = treeOf(html.split(/<p>/i, 1)[0] ?? "", "html").text();
  const title = words(first.split("\n")[0], LONGEST_TITLE) ?? "";
  return { title, employer: title.includes("|") ? words(title.split("|")[0], 120) : undefined };
};

/** The newest hiring thread of a search by date. */
const newestThread = (page: Page, source: Source, hits: unknown[]): Parsed => {
  const thread = hits.find((hit) => HIRING.test(words(at(hit, "title")) ?? ""));
  if (thread === undefined) throw new AnswerError("hn", page, 'a thread whose title holds "Who is hiring?"');
  return { ...nothing(), follow: [{ url: `${algolia(source)}/items/${words(at(thread, "objectID")) ?? ""}` }] };
};

/** The official API names a thread's comments only; of the account's newest threads, `carry` holds those not yet looked at. */
const fromStory = (page: Page, source: Source, story: unknown): Parsed => {
  const [next, ...later] = list(page.carry);
  if (page.carry === undefined || HIRING.test(words(at(story, "title")) ?? "")) {
    const comments = list(at(story, "kids")).map((id) => ({ ...item(source, id), label: DETAIL }));
    return { ...nothing(), follow: comments };
  }
  if (next === undefined)
    throw new AnswerError("hn", page, `a thread whose title holds "Who is hiring?" among the newest ${NEWEST}`);
  return { ...nothing(), follow: [{ ...item(source, next), carry: later }] };
};

const fromComments = (page: Page, comments: unknown[]): Parsed =>
  collect(page, comments, (comment) => {
    const html = prose(at(comment, "text"));
    // Deleted comments keep their place in the thread without a text.
    if (html === undefined) return null;
    const id = words(at(comment, "id")) ?? "";
    return {
      requisition: id,
      ...opening(html),
      html,
      posted_on: day(at(comment, "created_at_i") ?? at(comment, "time") ?? at(comment, "created_at")),
      url: `https://news.ycombinator.com/item?id=${id}`,
    };
  });

/**
 * Hacker News: a monthly hiring thread with its comments. Only comments on the thread itself are adverts. Unverified: written
 * from the public documentation of 2026-11-23; the recorded comments came from an archive, not from these services.
 */
export const hn: Platform = {
  name: "hn",
  enabledByDefault: true,
  tested: "documentation",
  terms: {
    url: "https://github.com/HackerNews/API",
    reviewed: "2026-11-23",
    says: "The official API is public, without a key or a rate limit; the search API is public and asks for at most 10,000 requests an hour.",
  },
  board:
    'the number of a hiring thread in news.ycombinator.com/item?id=NUMBER, or "latest" for the newest one; "firebase/NUMBER" and "firebase/latest" ask the official API, one request a comment',
  start: (source) => {
    const [api, thread] = source.board.startsWith("firebase/")
      ? ["firebase", source.board.slice("firebase/".length)]
      : ["algolia", source.board];
    if (api === "firebase")
      return [thread === "latest" ? { url: `${firebase(source)}/user/whoishiring.json` } : item(source, thread)];
    const search = `search_by_date?tags=story,author_whoishiring&hitsPerPage=${NEWEST}`;
    return [{ url: `${algolia(source)}/${thread === "latest" ? search : `items/${thread}`}` }];
  },
  parse: (page, source) => {
    const answer = jsonOf("hn", page, EXPECTED);
    // A comment that was taken away between the thread and its own request: null, or an item that says so.
    if (page.label === DETAIL && (answer === null || at(answer, "deleted") === true || at(answer, "dead") === true))
      return nothing();
    if (Array.isArray(at(answer, "hits"))) return newestThread(page, source, list(at(answer, "hits")));
    const submitted = at(answer, "submitted");
    if (Array.isArray(submitted)) {
      const [first, ...later] = submitted.slice(0, NEWEST);
      return { ...nothing(), follow: first === undefined ? [] : [{ ...item(source, first), carry: later }] };
    }
    if (page.label !== DETAIL && Array.isArray(at(answer, "children")))
      return fromComments(page, list(at(answer, "children")));
    if (page.label !== DETAIL && at(answer, "type") === "story") return fromStory(page, source, answer);
    if (at(answer, "text") === undefined) throw new AnswerError("hn", page, EXPECTED);
    return fromComments(page, [answer]);
  },
};
