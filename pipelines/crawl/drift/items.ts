import type { CheerioAPI } from "cheerio";
import { NestingError, parseJson } from "../../readers/parse-json.js";
import { embeddedPostings } from "../../sources/embedded.js";
import { treeOf } from "../../sources/tree.js";
import { isObject, parentOf, pathsOf, withoutLists } from "./paths.js";

/** The adverts of an answer as objects, and where they stand in it: `jobs[]`, or empty where the answer is one advert. */
export interface AnswerItems {
  root: string;
  items: unknown[];
}

const DEEPEST_LIST = 4;

/** The outermost lists of objects in a document; a list of one object may be a wrapper, and is looked into as well. */
const listsIn = (node: unknown, root: string, depth = 0): AnswerItems[] => {
  if (depth > DEEPEST_LIST) return [];
  if (isObject(node))
    return Object.entries(node).flatMap(([key, inner]) =>
      listsIn(inner, root === "" ? key : `${root}.${key}`, depth + 1),
    );
  if (!Array.isArray(node)) return [];
  const items = node.filter(isObject);
  const inner = items.length === 1 ? listsIn(items[0], `${root}[]`, depth) : [];
  return items.length === 0 ? [] : [{ root: `${root}[]`, items }, ...inner];
};

/** How many fields a list's items have: the widest of the first three speaks for all. */
const width = ({ items }: AnswerItems): number => Math.max(...items.slice(0, 3).map((item) => pathsOf(item).size));

/**
 * The list that an answer is about is the one with the most to say: items times fields. An answer that says twice as much
 * outside of it as one of its items does is no list at all but one advert, such as one with a list of offices.
 */
const mainItems = (document: unknown): AnswerItems => {
  const lists = listsIn(document, "").map((list) => ({ list, width: width(list) }));
  lists.sort((a, b) => b.list.items.length * b.width - a.list.items.length * a.width);
  const [best] = lists;
  if (best === undefined) return { root: "", items: isObject(document) ? [document] : [] };
  const paths = [...pathsOf(document).keys()];
  const holders = new Set(paths.map((path) => withoutLists(parentOf(path))));
  const outside = paths.filter((path) => !path.includes("[]") && !holders.has(path));
  return outside.length >= 2 * best.width ? { root: "", items: [document] } : best.list;
};

const NONE: AnswerItems = { root: "", items: [] };

const fromJson = (body: string): AnswerItems => {
  try {
    return mainItems(parseJson(body));
  } catch {
    // What is no JSON is refused by the platform's reader, by name; there is nothing to compare here.
    return NONE;
  }
};

type Node = ReturnType<CheerioAPI>;

/** An element as an object: its children by name, a list where a name repeats; the text where it has no children. */
const objectOf = ($: CheerioAPI, element: Node): unknown => {
  const children = element.children().toArray();
  if (children.length === 0) return element.text().trim();
  const values = new Map<string, unknown[]>();
  for (const child of children) {
    const value = objectOf($, $(child));
    const same = values.get(child.name);
    if (same === undefined) values.set(child.name, [value]);
    else same.push(value);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]));
};

const fromXml = (body: string): AnswerItems => {
  try {
    const $ = treeOf(body, "xml");
    return mainItems(objectOf($, $.root().children()));
  } catch (error) {
    if (error instanceof NestingError) return NONE;
    throw error;
  }
};

const fromHtml = (body: string): AnswerItems => {
  if (!body.includes("JobPosting")) return { root: "JobPosting", items: [] };
  return { root: "JobPosting", items: embeddedPostings(body, "").jobs };
};

/** The adverts of an answer: of JSON the main list or the object itself, of XML the repeated element, of a page its JobPostings. */
export const itemsOf = (body: string, contentType: string): AnswerItems => {
  const head = body.slice(0, 200).trimStart();
  if (/^[[{]/.test(head)) return fromJson(body);
  const html = /html/i.test(contentType) || /^<(!doctype html|html)/i.test(head);
  return /^<\?xml|^<rss|^<feed/i.test(head) || (/xml/i.test(contentType) && !html) ? fromXml(body) : fromHtml(body);
};
