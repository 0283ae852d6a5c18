import { load } from "cheerio";
import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL } from "./detail.js";
import { at, list, prose, words } from "./fields.js";
import { AnswerError, collect, jsonOf, nothing } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const LONGEST_TITLE = 200;

/** The opening line of a comment, and the employer where bars set it off ("Acme | Nurse | Leeds"). */
const opening = (html: string): { title: string; employer: string | undefined } => {
  const first = load(html.split(/<p>/i, 1)[0] ?? "").text();
  const title = words(first.split("\n")[0], LONGEST_TITLE) ?? "";
  return { title, employer: title.includes("|") ? words(title.split("|")[0], 120) : undefined };
};

/** A thread as the site's other API gives it names its comments only. */
const comments = (thread: unknown, source: Source): Fetchable[] =>
  list(at(thread, "kids")).map((id) => ({
    url: `${origin(source, "https://hacker-news.firebaseio.com")}/v0/item/${id}.json`,
    label: DETAIL,
  }));

/** Hacker News: a monthly hiring thread with its comments. Only comments on the thread itself are adverts. */
export const hn: Platform = {
  name: "hn",
  enabledByDefault: true,
  start: (source) => [{ url: `${origin(source, "https://hn.algolia.com")}/api/v1/items/${source.board}` }],
  parse: (page, source) => {
    const item = jsonOf("hn", page, "a thread {id, children: [...]} or a comment {id, text}");
    if (at(item, "type") === "story" && page.label !== DETAIL) return { ...nothing(), follow: comments(item, source) };
    const isThread = Array.isArray(at(item, "children")) && page.label !== DETAIL;
    if (!isThread && at(item, "text") === undefined)
      throw new AnswerError("hn", page, "a thread {id, children: [...]} or a comment {id, text}");
    return collect(page, isThread ? list(at(item, "children")) : [item], (comment) => {
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
  },
};
