import { createHash } from "node:crypto";
import type { OccupationTitle } from "../occupation.js";
import { type Problem, TaxonomyError } from "./problem.js";
import { readTable, type Table } from "./table.js";
import * as tables from "./tables.js";
import type { Taxonomy } from "./taxonomy.js";

/** The titles that `taxonomy import` wrote from O*NET: the same columns as our own. */
const IMPORTED_TITLES = "onet_titles.csv";

/** The bytes of a table by the name of its file, or null where there is none: from a folder, or from within a bundle. */
export type TaxonomyFiles = (file: string) => Uint8Array | null;

const keyed = <T>(rows: T[], of: (row: T) => string): Map<string, T> => new Map(rows.map((row) => [of(row), row]));

/** Our own titles first; an imported one is left out where we already say what it means. */
function withImported(own: OccupationTitle[], imported: OccupationTitle[], known: ReadonlyMap<string, unknown>) {
  const taken = new Set(own.map(({ title }) => title.toLowerCase()));
  return [...own, ...imported.filter(({ soc, title }) => known.has(soc) && !taken.has(title.toLowerCase()))];
}

/**
 * Reads and validates the whole vocabulary; `imported` holds the titles of `taxonomy import`, which are added.
 * @throws TaxonomyError that lists every fault by file, line, field and value
 */
export function readTaxonomy(files: TaxonomyFiles, imported: TaxonomyFiles = () => null): Taxonomy {
  const problems: Problem[] = [];
  const hash = createHash("sha256");
  const rowsOf = <T>(table: Table<T>, bytes: Uint8Array): T[] => {
    hash.update(table.file).update(bytes);
    return readTable(table, Buffer.from(bytes).toString("utf8"), problems);
  };
  const read = <T>(table: Table<T>): T[] => {
    const bytes = files(table.file);
    if (bytes !== null) return rowsOf(table, bytes);
    problems.push({ file: table.file, line: 0, field: "(file)", value: "", reason: "this file is missing" });
    return [];
  };

  const certificates = keyed(read(tables.CERTIFICATES), ({ id }) => id);
  const skills = keyed(read(tables.SKILLS), ({ id }) => id);
  const occupations = keyed(read(tables.OCCUPATIONS), ({ soc }) => soc);
  const clusters = keyed(read(tables.CLUSTERS), ({ id }) => id);
  const certificateSurfaces = read(tables.ALIASES);
  const skillSurfaces = read(tables.SKILL_ALIASES);
  const certificateSkills = read(tables.CERTIFICATE_SKILLS);
  const own = read(tables.OCCUPATION_TITLES);
  const more = imported(IMPORTED_TITLES);
  const others = more === null ? [] : rowsOf({ ...tables.OCCUPATION_TITLES, file: IMPORTED_TITLES }, more);
  if (problems.length > 0) throw new TaxonomyError(problems);

  return {
    version: hash.digest("hex").slice(0, 12),
    certificates,
    skills,
    certificateSurfaces,
    skillSurfaces,
    certificateSkills,
    occupations,
    occupationTitles: withImported(own, others, occupations),
    clusters,
  };
}
