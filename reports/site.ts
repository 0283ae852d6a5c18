import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { packagePath } from "../models/package-root.js";
import { baseUrlOf } from "./base-url.js";
import { type Marts, openMarts, remembering } from "./database.js";
import { copyAssets } from "./explorer/assets.js";
import { writeExplorerFile } from "./explorer/database-file.js";
import { writeExports } from "./exports.js";
import { strongestFindings } from "./findings.js";
import { citationOf, type Facts, type RunnablePage, readFacts } from "./page.js";
import attributions from "./pages/attributions.js";
import certificate from "./pages/certificate.js";
import certificates from "./pages/certificates.js";
import compare from "./pages/compare.js";
import dictionary from "./pages/dictionary.js";
import downloads from "./pages/downloads.js";
import explorer from "./pages/explorer.js";
import methods from "./pages/methods.js";
import occupation from "./pages/occupation.js";
import occupations from "./pages/occupations.js";
import overview from "./pages/overview.js";
import print from "./pages/print.js";
import quality from "./pages/quality.js";
import questions from "./pages/questions.js";
import signals from "./pages/signals.js";
import skill from "./pages/skill.js";
import skills from "./pages/skills.js";
import supply from "./pages/supply.js";
import { renderDocument } from "./shell.js";
import { SUMMARY_SQL, type Summary } from "./summary.js";

const PAGES: readonly RunnablePage[] = [
  overview,
  questions,
  certificates,
  certificate,
  compare,
  signals,
  supply,
  quality,
  methods,
  dictionary,
  explorer,
  downloads,
  attributions,
  skills,
  skill,
  occupations,
  occupation,
  print,
];

/** Lies in every site that we built and says from what: a build never replaces a folder that holds something else. */
const MARK = ".certworth-site";

/** The marts for the explorer, beside its page. */
const EXPLORER_FILE = "explorer.duckdb";

export interface SiteOptions {
  /** Path of warehouse.duckdb. */
  warehouse: string;
  /** Folder of the site. */
  out: string;
  /** Version of the pages' code: with the warehouse's own it decides whether the standing site is up to date. */
  edition?: string;
  /** Whether evidence may quote the postings' words, at most 160 characters each. */
  quotes?: boolean;
  /** Where the site will stand, for the feeds: an http(s) address. */
  baseUrl?: string | undefined;
  /** Aborted when the build is to end before the swap; the old site then stands. */
  stop?: AbortSignal | undefined;
}

export interface Site {
  /** Pages written; 0 where the standing site is up to date. */
  pages: number;
  seconds: number;
  /** Size of `explorer.duckdb`. */
  explorerBytes: number;
  /** The strongest rise, fall and hold, one plain sentence each. */
  findings: string[];
}

function refuseForeignFolder(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, MARK))) return;
  throw new Error(`${out} holds files that are not a certworth site: name an empty or new folder for the site`);
}

async function writePages(marts: Marts, facts: Facts, folder: string, stop?: AbortSignal): Promise<number> {
  let written = 0;
  for (const path of ["certificate", "skill", "occupation", "print", "data/series"])
    await mkdir(join(folder, path), { recursive: true });
  for (const kind of PAGES)
    for (const page of await kind.pages(marts, facts)) {
      stop?.throwIfAborted();
      await writeFile(join(folder, page.path), "body" in page ? renderDocument(page, facts) : page.text);
      if ("body" in page) written++;
    }
  return written;
}

/** Waits for each, also where one fails: nothing may still write into a folder that is cleared. */
async function together(works: readonly Promise<unknown>[]): Promise<void> {
  for (const ended of await Promise.allSettled(works)) if (ended.status === "rejected") throw ended.reason;
}

async function writeTables(warehouse: string, folder: string, facts: Facts): Promise<void> {
  const marts = await openMarts(warehouse);
  try {
    await writeExports(marts, folder, citationOf(facts));
  } finally {
    marts.close();
  }
}

const standingMark = (out: string): string | null =>
  existsSync(join(out, MARK)) ? readFileSync(join(out, MARK), "utf8") : null;

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

const beside = (out: string, state: string): string => join(dirname(out), `.${basename(out)}.${state}`);

/** What a build that was killed left behind; one killed between the two renames gets its old site back. */
async function clearUp(out: string): Promise<void> {
  const replaced = beside(out, "replaced");
  if (existsSync(replaced) && !existsSync(out)) await rename(replaced, out);
  for (const left of [replaced, beside(out, "building")]) await rm(left, { recursive: true, force: true });
}

/** Puts the new site in place of the old one: only between the two renames is there none. */
async function swap(building: string, out: string): Promise<void> {
  const replaced = beside(out, "replaced");
  if (existsSync(out)) await rename(out, replaced);
  await rename(building, out);
  await rm(replaced, { recursive: true, force: true });
}

/**
 * Builds the whole site from the marts, beside the old one, and swaps it in when it is complete.
 * @throws when the warehouse is missing, a mart lacks a column, or `out` holds files of somebody else.
 */
export async function buildSite(options: SiteOptions): Promise<Site> {
  const { warehouse, out, edition = "", quotes = true, stop } = options;
  const baseUrl = baseUrlOf(options.baseUrl);
  const started = performance.now();
  const target = resolve(out);
  refuseForeignFolder(target);
  const marts = await openMarts(warehouse);
  try {
    const facts = await readFacts(marts, quotes, baseUrl);
    const findings = strongestFindings(await marts.rows<Summary>(SUMMARY_SQL));
    const mark = `${JSON.stringify({ built_from: facts.builtFrom, edition, quotes, base_url: baseUrl })}\n`;
    const built = (pages: number): Site => ({
      pages,
      seconds: secondsSince(started),
      explorerBytes: statSync(join(target, EXPLORER_FILE)).size,
      findings,
    });
    if (edition !== "" && standingMark(target) === mark) return built(0);
    await mkdir(dirname(target), { recursive: true });
    await clearUp(target);
    const building = beside(target, "building");
    await mkdir(building);
    await writeFile(join(building, MARK), mark);
    await copyFile(packagePath("reports", "style.css"), join(building, "style.css"));
    await copyFile(packagePath("reports", "charts.client.js"), join(building, "charts.js"));
    const asked = PAGES.flatMap(({ queries }) => queries);
    const drawing = writePages(remembering(marts, asked), facts, building, stop);
    await together([
      writeExplorerFile(warehouse, join(building, EXPLORER_FILE), quotes, stop),
      writeTables(warehouse, join(building, "downloads"), facts),
      copyAssets(join(building, "explorer")),
      drawing,
    ]);
    const pages = await drawing;
    await swap(building, target);
    return built(pages);
  } finally {
    marts.close();
  }
}
