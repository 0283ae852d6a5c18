import type { CheerioAPI } from "cheerio";
import { parseJson } from "../readers/parse-json.js";
import { type JobPosting, jobPostingsIn } from "./job-posting.js";
import type { Refusal } from "./platform.js";
import { readTokens } from "./tokens.js";
import { treeOf } from "./tree.js";

/** Line breaks and other control characters inside JSON strings are forbidden, and yet common in pages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f]+/g;

/** The bodies of a page's JSON-LD scripts, read token by token: a tree of the page would take ten times as long. */
const scriptsIn = (body: string): string[] => {
  const scripts: string[] = [];
  let inScript = false;
  let isLinked = false;
  let isType = false;
  let type = "";
  readTokens(body, "html", {
    onopentagname: (start, end) => {
      inScript = end - start === 6 && body.slice(start, end).toLowerCase() === "script";
      isLinked = false;
    },
    onattribname: (start, end) => {
      isType = inScript && body.slice(start, end).toLowerCase() === "type";
      type = "";
    },
    onattribdata: (start, end) => {
      if (isType) type += body.slice(start, end);
    },
    onattribentity: (code) => {
      if (isType) type += String.fromCodePoint(code);
    },
    onattribend: () => {
      if (isType && /ld\+json/i.test(type)) isLinked = true;
    },
    onopentagend: () => {
      if (isLinked) scripts.push("");
    },
    ontext: (start, end) => {
      if (isLinked) scripts[scripts.length - 1] += body.slice(start, end);
    },
    onclosetag: () => {
      isLinked = false;
    },
  });
  return scripts;
};

const MARKUP = new Set(["description", "qualifications", "responsibilities", "skills", "jobBenefits"]);

/** Properties within properties of one scope that are read: each of them is read with all that is in it. */
const DEEPEST_PROPERTY = 8;

type Element = ReturnType<CheerioAPI>;

const readValue = ($: CheerioAPI, element: Element, name: string): unknown => {
  if (element.attr("itemscope") !== undefined) return propertiesOf($, element);
  const attribute = element.attr("content") ?? element.attr("datetime");
  if (attribute !== undefined) return attribute;
  if (name === "url") return element.attr("href") ?? element.text();
  return MARKUP.has(name) ? (element.html() ?? "") : element.text().trim();
};

const add = (found: JobPosting, name: string, value: unknown): void => {
  const before = found[name];
  if (before === undefined) found[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else found[name] = [before, value];
};

/** The type and the `itemprop`s of one `itemscope`, without those of the scopes inside it. */
const propertiesOf = ($: CheerioAPI, scope: Element): JobPosting => {
  const type = scope.attr("itemtype")?.replace(/^.*[/#]/, "");
  const found: JobPosting = type === undefined ? {} : { "@type": type };
  const visit = (parent: Element, properties: number): void => {
    for (const child of parent.children().toArray()) {
      const element = $(child);
      const name = element.attr("itemprop");
      if (name !== undefined) add(found, name, readValue($, element, name));
      const around = properties + Number(name !== undefined);
      if (element.attr("itemscope") === undefined && around < DEEPEST_PROPERTY) visit(element, around);
    }
  };
  visit(scope, 0);
  return found;
};

const microdataIn = (body: string): JobPosting[] => {
  if (!body.includes("itemtype") || !body.includes("JobPosting")) return [];
  const $ = treeOf(body, "html");
  const scopes = $('[itemscope][itemtype$="schema.org/JobPosting"]').toArray();
  const all = new Set<unknown>(scopes);
  const isOutermost = ({ parent }: (typeof scopes)[number]): boolean => {
    for (let above = parent; above !== null; above = above.parent) if (all.has(above)) return false;
    return true;
  };
  return scopes.filter(isOutermost).map((scope) => propertiesOf($, $(scope)));
};

/** The schema.org JobPostings that a page carries, as JSON-LD or else as microdata; broken JSON-LD is refused by name. */
export const embeddedPostings = (body: string, where: string): { jobs: JobPosting[]; refused: Refusal[] } => {
  const refused: Refusal[] = [];
  const jobs = scriptsIn(body).flatMap((script) => {
    try {
      return jobPostingsIn(parseJson(script.replace(CONTROL, " ")));
    } catch (error) {
      if (!script.includes("JobPosting")) return [];
      const value = script.trim().slice(0, 200);
      refused.push({ where, field: "ld+json", value, reason: `JSON is expected: ${(error as Error).message}` });
      return [];
    }
  });
  if (jobs.length > 0 || refused.length > 0) return { jobs, refused };
  return { jobs: microdataIn(body), refused };
};
