import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { archiveRow } from "./archive-row.js";
import { isoOf } from "./calendar.js";
import type { Market } from "./market.js";
import { createWriter } from "./text/compose.js";

/** Raised by hand when the same options give other files than before. */
const EDITION = 1;
const MARKER = "demo-archive.json";

interface Marker {
  edition: number;
  options: Market["options"];
  files: string[];
}

/**
 * Writes the postings that closed by today as `demo-<year of posting>.ndjson.gz`, one posting a line in our own import
 * shape, and returns the paths. Files of the same options that stand there already are left alone. Only one year is held
 * in memory; each file is complete or absent, and the marker that tells of them comes last.
 */
export async function writeArchive(market: Market, dir: string): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const { options } = market;
  const known = await readMarker(join(dir, MARKER));
  if (known !== null && JSON.stringify([EDITION, options]) === JSON.stringify([known.edition, known.options])) {
    return known.files.map((file) => join(dir, file));
  }
  const files: string[] = [];
  for (const [year, lines] of linesByYear(market)) {
    const file = `demo-${year}.ndjson.gz`;
    await replace(join(dir, file), gzipSync(`${lines.join("\n")}\n`, { level: 6 }));
    files.push(file);
  }
  const marker: Marker = { edition: EDITION, options, files };
  await replace(join(dir, MARKER), `${JSON.stringify(marker)}\n`);
  return files.map((file) => join(dir, file));
}

/** The rows of each year, in order of time. */
function* linesByYear(market: Market): Generator<[year: string, lines: string[]]> {
  const write = createWriter(market.words);
  let [year, lines] = ["", [] as string[]];
  for (const posting of market.closed()) {
    const itsYear = isoOf(posting.posted).slice(0, 4);
    if (itsYear !== year) {
      if (lines.length > 0) yield [year, lines];
      [year, lines] = [itsYear, []];
    }
    lines.push(JSON.stringify(archiveRow(posting, write(posting))));
  }
  if (lines.length > 0) yield [year, lines];
}

/** What stands in the folder; null where nothing does, or what does is not ours to trust. */
async function readMarker(path: string): Promise<Marker | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Marker;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Written beside, then renamed over. */
async function replace(path: string, content: Buffer | string): Promise<void> {
  const temporary = `${path}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}
