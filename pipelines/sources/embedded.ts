import type { CheerioAPI } from "cheerio";
import { type JobPosting, jobPostingsIn } from "./job-posting.js";
import type { Refusal } from "./platform.js";

/** Line breaks and other control characters inside JSON strings are forbidden, and yet common in pages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f]+/g;

const scriptsIn = ($: CheerioAPI): string[] =>
  $('script[type*="ld+json"]')
    .toArray()
    .map((script) => $(script).text());

const MARKUP = new Set(["description", "qualifications", "responsibilities", "skills", "jobBenefits"]);

type Element = ReturnType<CheerioAPI>;

const readValue = ($: CheerioAPI, element: Element, name: string): unknown => {
  if (element.attr("itemscope") !== undefined) return propertiesOf($, element);
  const attribute = element.attr("content") ?? element.attr("datetime");
  if (attribute !== undefined) return attribute;
  if (name === "url") return element.attr("href") ?? element.text();
  return MARKUP.has(name) ? (element.html() ?? "") : element.text().trim();
};

/** The `itemprop`s of one `itemscope`, without those of the scopes inside it. */
const propertiesOf = ($: CheerioAPI, scope: Element): JobPosting => {
  const found: JobPosting = {};
  for (const one of scope.find("[itemprop]").toArray()) {
    const element = $(one);
    if (!element.parent().closest("[itemscope]").is(scope)) continue;
    const name = element.attr("itemprop") ?? "";
    const value = readValue($, element, name);
    found[name] = found[name] === undefined ? value : [found[name], value].flat();
  }
  return found;
};

/** The schema.org JobPostings that a page carries, as JSON-LD or else as microdata; broken JSON-LD is refused by name. */
export const embeddedPostings = ($: CheerioAPI, where: string): { jobs: JobPosting[]; refused: Refusal[] } => {
  const refused: Refusal[] = [];
  const jobs = scriptsIn($).flatMap((script) => {
    try {
      return jobPostingsIn(JSON.parse(script.replace(CONTROL, " ")));
    } catch (error) {
      if (!script.includes("JobPosting")) return [];
      const value = script.trim().slice(0, 200);
      refused.push({ where, field: "ld+json", value, reason: `JSON is expected: ${(error as Error).message}` });
      return [];
    }
  });
  if (jobs.length > 0 || refused.length > 0) return { jobs, refused };
  const scopes = $('[itemscope][itemtype$="schema.org/JobPosting"]').toArray();
  return { jobs: scopes.map((scope) => propertiesOf($, $(scope))), refused };
};
