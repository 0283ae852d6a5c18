import type { Certificate } from "../certificate.js";
import { ambiguousSurfaces, certificateOrSkill } from "./ambiguity.js";
import type { Taxonomy } from "./taxonomy.js";

/** Ids that the extractor gives to unnamed requests: they have no surfaces. */
const UNNAMED = /^generic-/;
const SHORTEST_SAFE = 4;

/** Certificates that lead back to themselves through `parent` or `successor`. */
function cycles(t: Taxonomy, link: "parent" | "successor"): string[] {
  const inCycle = (start: Certificate): boolean => {
    const seen = new Set<string>();
    for (let at = start[link]; at !== null && !seen.has(at); at = t.certificates.get(at)?.[link] ?? null) {
      if (at === start.id) return true;
      seen.add(at);
    }
    return false;
  };
  return [...t.certificates.values()].filter(inCycle).map(({ id }) => `the ${link} of ${id} leads back to itself`);
}

/** References to what is not there. */
function dangling(t: Taxonomy): string[] {
  const problems: string[] = [];
  const wants = (there: ReadonlyMap<string, unknown>, id: string | null, who: string, kind: string): void => {
    if (id !== null && !there.has(id)) problems.push(`${who}: no such ${kind} ${JSON.stringify(id)}`);
  };
  for (const { id, parent, successor, soc, cluster } of t.certificates.values()) {
    wants(t.certificates, parent, id, "parent");
    wants(t.certificates, successor, id, "successor");
    for (const code of soc) wants(t.occupations, code, id, "occupation");
    if (!UNNAMED.test(id)) wants(t.clusters, cluster, id, "cluster");
  }
  for (const { entity, surface } of t.certificateSurfaces)
    wants(t.certificates, entity, `alias ${surface}`, "certificate");
  for (const { entity, surface } of t.skillSurfaces) wants(t.skills, entity, `skill alias ${surface}`, "skill");
  for (const { certificate, skill } of t.certificateSkills) {
    wants(t.certificates, certificate, `link to ${skill}`, "certificate");
    wants(t.skills, skill, `link of ${certificate}`, "skill");
  }
  for (const { soc, cluster } of t.occupations.values()) wants(t.clusters, cluster, soc, "cluster");
  for (const { soc, title } of t.occupationTitles) wants(t.occupations, soc, `title ${title}`, "occupation");
  return problems;
}

/** Rows of which one is enough, and titles that name two occupations. */
function repeated(t: Taxonomy): string[] {
  const problems: string[] = [];
  const links = new Set<string>();
  for (const { certificate, skill } of t.certificateSkills) {
    const link = `${certificate} ${skill}`;
    if (links.has(link)) problems.push(`the link ${certificate} to ${skill} stands twice`);
    links.add(link);
  }
  const titles = new Map<string, string>();
  for (const { soc, title } of t.occupationTitles) {
    const other = titles.get(title.toLowerCase());
    if (other === soc) problems.push(`the title ${JSON.stringify(title)} stands twice`);
    else if (other !== undefined) problems.push(`the title ${JSON.stringify(title)} names both ${other} and ${soc}`);
    titles.set(title.toLowerCase(), soc);
  }
  return problems;
}

/** Surfaces that would match what they do not mean, and certificates that nothing would match. */
function surfaces(t: Taxonomy): string[] {
  const entities = new Set(t.certificateSurfaces.map(({ entity }) => entity));
  const silent = [...t.certificates.keys()].filter((id) => !entities.has(id) && !UNNAMED.test(id));
  const short = t.certificateSurfaces.filter(
    (s) => s.case === "exact" && s.surface.length < SHORTEST_SAFE && s.near.length === 0 && s.not.length === 0,
  );
  const padded = [...t.certificateSurfaces, ...t.skillSurfaces].filter(({ surface }) => surface !== surface.trim());
  return [
    ...silent.map((id) => `${id} has no surface in aliases.csv`),
    ...short.map((s) => `the surface ${JSON.stringify(s.surface)} of ${s.entity} is short and needs a context rule`),
    ...padded.map((s) => `the surface ${JSON.stringify(s.surface)} of ${s.entity} has blanks around it`),
    ...ambiguousSurfaces(t.certificateSurfaces),
    ...certificateOrSkill(t.certificateSurfaces, t.skillSurfaces),
  ];
}

/** What is wrong with the vocabulary as a whole, in sentences; none where it is good. */
export function checkTaxonomy(t: Taxonomy): string[] {
  return [...dangling(t), ...cycles(t, "parent"), ...cycles(t, "successor"), ...repeated(t), ...surfaces(t)];
}

/** What is not wrong but not known either: retirements without a date, families that hold nothing. */
export function taxonomyWarnings(t: Taxonomy): string[] {
  const all = [...t.certificates.values()];
  const parents = new Set(all.map(({ parent }) => parent));
  const undated = all.filter(({ status, retired_on }) => (status === "retired" || status === "renamed") && !retired_on);
  const empty = all.filter(({ id, level, note }) => level === null && /\bfamily row\b/i.test(note) && !parents.has(id));
  return [
    ...undated.map(({ id, status }) => `${id} is ${status}, but the month is not known`),
    ...empty.map(({ id }) => `${id} is a family without members`),
  ];
}
