import type { Marts } from "./database.js";
import type { Html } from "./html.js";
import { monthName } from "./numbers.js";

/** What `marts.meta` says of the whole warehouse. Dates are `YYYY-MM-DD`. */
export interface Facts {
  simulated: boolean;
  /** Built from aggregates: there are no single postings. */
  counted: boolean;
  asOf: string;
  firstMonth: string;
  lastMonth: string;
  postings: number;
  datedPostings: number;
  sources: number;
  extractor: string;
  taxonomy: string;
  builtFrom: string;
  attributions: string[];
  /** Whether pages may quote the postings' words; a corpus that may be published as counts only is not quoted. */
  quotes: boolean;
  /** Where the site will stand, with a "/" at its end; null where that is not known, as for a folder. Pages do not need it, feeds do. */
  baseUrl: string | null;
  /** Whether a table of certificates earned was loaded: only then is there a page of supply. */
  supply: boolean;
  /** Day on which the warehouse was published, else the last month of its series: what a citation names. */
  edition: string;
}

/** How to cite this edition: the month that its data go to and what it was built with. */
export const citationOf = ({ simulated, asOf, builtFrom, extractor, taxonomy }: Facts): string =>
  `certworth${simulated ? " (simulated market)" : ""}, edition of ${monthName(asOf)}, build ${builtFrom}, extractor ${extractor}, taxonomy ${taxonomy}.`;

/** The entries of the menu; a page says which one it belongs to. */
export type Section =
  | "overview"
  | "questions"
  | "certificates"
  | "skills"
  | "occupations"
  | "compare"
  | "signals"
  | "supply"
  | "quality"
  | "methods"
  | "dictionary"
  | "downloads"
  | "explorer"
  | "attributions";

export interface Page {
  /** Relative to the site's root, with `/`. */
  path: string;
  title: string;
  description: string;
  section: Section;
  body: Html;
  /** A small script of ours that is put into the page; the page must work without it. */
  script?: string;
}

/** A file of the site that is no page: data that a page fetches, a feed. */
export interface SiteFile {
  /** Relative to the site's root, with `/`. */
  path: string;
  text: string;
}

type Rows = Record<string, readonly unknown[]>;

/** A page, or a family of pages: what it asks of the marts, and how the rows become pages. `render` knows no clock and no file. */
export interface PageKind<R extends Rows> {
  title: string;
  queries: { [K in keyof R]: string };
  render(rows: R, facts: Facts): Iterable<Page | SiteFile>;
}

export interface RunnablePage {
  title: string;
  /** The SQL of its queries. */
  queries: readonly string[];
  pages(marts: Marts, facts: Facts): Promise<Iterable<Page | SiteFile>>;
}

export const definePage = <R extends Rows>(kind: PageKind<R>): RunnablePage => ({
  title: kind.title,
  queries: Object.values(kind.queries),
  async pages(marts, facts) {
    const rows: Record<string, readonly unknown[]> = {};
    for (const [name, sql] of Object.entries(kind.queries)) rows[name] = await marts.rows(sql);
    return kind.render(rows as R, facts);
  },
});

/** @throws when a mart or a key that every page needs is missing. */
export async function readFacts(marts: Marts, quotes: boolean, baseUrl: string | null = null): Promise<Facts> {
  const rows = await marts.rows<{ key: string; value: string | null }>("SELECT key, value FROM marts.meta");
  const [supplied] = await marts.rows<{ rows: number }>("SELECT count(*) AS rows FROM marts.supply_demand");
  const [published] = await marts.rows<{ day: string | null }>(
    "SELECT CAST(max(vintage) AS VARCHAR) AS day FROM marts.vintage",
  );
  const meta = new Map(rows.map(({ key, value }) => [key, value ?? ""]));
  const need = (key: string): string => {
    const value = meta.get(key);
    if (value === undefined) throw new Error(`marts.meta has no row "${key}": build the warehouse again`);
    return value;
  };
  return {
    simulated: need("simulated") === "true",
    counted: meta.get("basis") === "aggregates",
    asOf: need("as_of"),
    firstMonth: meta.get("first_month") ?? "",
    lastMonth: meta.get("last_month") ?? "",
    postings: Number(meta.get("postings") ?? 0),
    datedPostings: Number(meta.get("postings_dated") ?? 0),
    sources: Number(meta.get("sources") ?? 0),
    extractor: meta.get("extractor") ?? "",
    taxonomy: meta.get("taxonomy") ?? "",
    builtFrom: meta.get("built_from") ?? "",
    attributions: (meta.get("attributions") ?? "").split("\n").filter((line) => line.trim() !== ""),
    quotes,
    baseUrl,
    supply: (supplied?.rows ?? 0) > 0,
    edition: published?.day ?? need("as_of"),
  };
}
