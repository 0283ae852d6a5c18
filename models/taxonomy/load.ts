import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OccupationTitle } from "../occupation.js";
import { packagePath } from "../package-root.js";
import { type Problem, TaxonomyError } from "./problem.js";
import { readTable, type Table } from "./table.js";
import * as tables from "./tables.js";
import type { Taxonomy } from "./taxonomy.js";

/** The titles that `taxonomy import` wrote from O*NET: the same columns as our own. */
export const IMPORTED_TITLES = "onet_titles.csv";

const keyed = <T>(rows: T[], of: (row: T) => string): Map<string, T> => new Map(rows.map((row) => [of(row), row]));

/** Our own titles first; an imported one is left out where we already say what it means. */
function withImported(own: OccupationTitle[], imported: OccupationTitle[], known: ReadonlyMap<string, unknown>) {
  const taken = new Set(own.map(({ title }) => title.toLowerCase()));
  return [...own, ...imported.filter(({ soc, title }) => known.has(soc) && !taken.has(title.toLowerCase()))];
}

/**
 * Reads and validates the whole vocabulary from the CSV files of `dir`; `extra` is the folder that `taxonomy import`
 * wrote to, whose job titles are added. Throws a TaxonomyError that lists every fault by file, line, field and value.
 */
export function loadTaxonomy(dir = packagePath("models", "taxonomy"), options: { extra?: string } = {}): Taxonomy {
  const problems: Problem[] = [];
  const hash = createHash("sha256");
  const read = <T>(table: Table<T>, from = dir): T[] => {
    const path = join(from, table.file);
    if (!existsSync(path)) {
      problems.push({ file: table.file, line: 0, field: "(file)", value: path, reason: "this file is missing" });
      return [];
    }
    const bytes = readFileSync(path);
    hash.update(table.file).update(bytes);
    return readTable(table, bytes.toString("utf8"), problems);
  };

  const certificates = keyed(read(tables.CERTIFICATES), ({ id }) => id);
  const skills = keyed(read(tables.SKILLS), ({ id }) => id);
  const occupations = keyed(read(tables.OCCUPATIONS), ({ soc }) => soc);
  const clusters = keyed(read(tables.CLUSTERS), ({ id }) => id);
  const certificateSurfaces = read(tables.ALIASES);
  const skillSurfaces = read(tables.SKILL_ALIASES);
  const certificateSkills = read(tables.CERTIFICATE_SKILLS);
  const own = read(tables.OCCUPATION_TITLES);
  const hasImported = options.extra !== undefined && existsSync(join(options.extra, IMPORTED_TITLES));
  const imported = hasImported ? read({ ...tables.OCCUPATION_TITLES, file: IMPORTED_TITLES }, options.extra) : [];
  if (problems.length > 0) throw new TaxonomyError(problems);

  return {
    version: hash.digest("hex").slice(0, 12),
    certificates,
    skills,
    certificateSurfaces,
    skillSurfaces,
    certificateSkills,
    occupations,
    occupationTitles: withImported(own, imported, occupations),
    clusters,
  };
}
