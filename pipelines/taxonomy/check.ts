import { checkTaxonomy, taxonomyWarnings } from "../../models/taxonomy/check.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";

export interface CheckResult {
  /** What is wrong, in sentences: the check fails where there is any. */
  problems: string[];
  /** What is unknown, but not wrong. */
  warnings: string[];
  /** Rows by kind. */
  counts: Record<string, number>;
}

export function checkVerb(t: Taxonomy): CheckResult {
  return {
    problems: checkTaxonomy(t),
    warnings: taxonomyWarnings(t),
    counts: {
      certificates: t.certificates.size,
      certificate_surfaces: t.certificateSurfaces.length,
      skills: t.skills.size,
      skill_surfaces: t.skillSurfaces.length,
      certificate_skills: t.certificateSkills.length,
      occupations: t.occupations.size,
      occupation_titles: t.occupationTitles.length,
      clusters: t.clusters.size,
    },
  };
}

/** The result as lines for the terminal. */
export function checkLines({ problems, warnings, counts }: CheckResult): string[] {
  const counted = Object.entries(counts).map(([kind, count]) => `${count} ${kind.replaceAll("_", " ")}`);
  return [
    ...problems.map((problem) => `problem: ${problem}`),
    ...warnings.map((warning) => `warning: ${warning}`),
    `${counted.join(", ")}: ${problems.length} problem(s), ${warnings.length} warning(s)`,
  ];
}
