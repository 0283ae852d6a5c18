import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { foldSurface } from "../extractors/matching/characters.js";
import type { Surface } from "../models/certificate.js";
import { packagePath } from "../models/package-root.js";
import { SKILL_KINDS } from "../models/skill.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";

const taxonomy = loadTaxonomy();
const skills = [...taxonomy.skills.values()];
const { skillSurfaces, certificateSurfaces, certificateSkills, certificates } = taxonomy;

const raw = (file: string): string => readFileSync(packagePath("models", "taxonomy", file), "utf8");
const fold = ({ surface }: Surface): string => foldSurface(surface).join(" ");
const hasContext = ({ near, not }: Surface): boolean => near.length + not.length > 0;
const sorted = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

test.each(["skills.csv", "skill_aliases.csv", "certificate_skills.csv"])("%s ends its lines with LF alone", (file) => {
  expect(raw(file)).not.toContain("\r");
  expect(raw(file)).toMatch(/[^\n]\n$/);
});

test("there are at least 900 skills, of every kind", () => {
  expect(skills.length).toBeGreaterThanOrEqual(900);
  expect(new Set(skills.map(({ kind }) => kind))).toEqual(new Set(SKILL_KINDS));
});

test("skills stand sorted by kind, then id", () => {
  const ids = skills.map(({ id }) => id);
  expect(ids).toEqual(sorted(skills, ({ kind, id }) => `${kind}\n${id}`).map(({ id }) => id));
});

test("the other two files follow the order of the skills", () => {
  const rank = new Map(skills.map(({ id }, at) => [id, String(at).padStart(5, "0")]));
  const surfaceOrder = skillSurfaces.map(({ entity }) => rank.get(entity) ?? entity);
  expect(surfaceOrder).toEqual(sorted(surfaceOrder, (at) => at));
  const linkOrder = certificateSkills.map(({ certificate, skill }) => `${certificate}\n${rank.get(skill) ?? skill}`);
  expect(linkOrder).toEqual(sorted(linkOrder, (at) => at));
});

test("every skill has a surface, and every surface a skill", () => {
  expect(new Set(skillSurfaces.map(({ entity }) => entity))).toEqual(new Set(taxonomy.skills.keys()));
});

test("names are unique", () => {
  expect([...grouped(skills, ({ name }) => name.toLowerCase()).values()].filter((same) => same.length > 1)).toEqual([]);
});

test("a surface of two skills has a context rule in each", () => {
  const shared = [...grouped(skillSurfaces, fold).values()].filter(
    (rows) => new Set(rows.map(({ entity }) => entity)).size > 1,
  );
  expect(shared.filter((rows) => !rows.every(hasContext))).toEqual([]);
});

test("no skill claims the surface of a certificate without a context rule", () => {
  const taken = grouped(certificateSurfaces, fold);
  expect(skillSurfaces.filter((row) => taken.has(fold(row)) && !hasContext(row))).toEqual([]);
});

test("a skill has no two rows for one way of writing", () => {
  const twice = grouped(skillSurfaces, (row) => `${row.entity} ${row.surface} ${row.case}`);
  expect([...twice.values()].filter((rows) => rows.length > 1)).toEqual([]);
});

test("surfaces of one or two letters want these very letters", () => {
  expect(skillSurfaces.filter(({ surface, case: kind }) => /^[a-z]{1,2}$/i.test(surface) && kind === "any")).toEqual(
    [],
  );
});

test("codes are ESCO ids or O*NET commodity codes and element ids", () => {
  const right = /^(esco:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|onet:(\d{8}|[12]\.[A-C](\.\d+)?(\.[a-z])?(\.\d+)?))$/;
  expect(skills.filter(({ code }) => code !== null && !right.test(code))).toEqual([]);
});

test("links name what exists, each once", () => {
  const keys = certificateSkills.map(({ certificate, skill }) => `${certificate} ${skill}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(certificateSkills.filter(({ certificate }) => !certificates.has(certificate))).toEqual([]);
  expect(certificateSkills.filter(({ skill }) => !taxonomy.skills.has(skill))).toEqual([]);
});

test("a certificate attests two to eight skills; only generic ones and a few new ones attest none", () => {
  const links = grouped(certificateSkills, ({ certificate }) => certificate);
  expect([...links].filter(([, rows]) => rows.length < 2 || rows.length > 8).map(([id]) => id)).toEqual([]);
  const bare = [...certificates.values()].filter(({ id }) => !links.has(id));
  expect(bare.length / certificates.size).toBeLessThan(0.1);
  // Its rank rests on skills: without links it could have none.
  expect(bare.filter(({ demand }) => demand === "skill").map(({ id }) => id)).toEqual([]);
});

const PUBLISHED = [
  "esco-1.2.0/digitalSkillsCollection_en.csv",
  "esco-1.2.0/transversalSkillsCollection_en.csv",
  "onet-29.2/Technology Skills.txt",
].map((file) => packagePath("..", "shared", "taxonomy", file));
const published = PUBLISHED.every((file) => existsSync(file));
if (!published)
  process.stdout.write("skills-data: ESCO and O*NET files are not beside the repository: codes unchecked\n");

test.skipIf(!published)("ESCO ids and O*NET commodity codes exist in the published files", () => {
  const text = PUBLISHED.map((file) => readFileSync(file, "utf8")).join("\n");
  const known = new Set([
    ...[...text.matchAll(/esco\/skill\/([0-9a-f-]{36}),/g)].map(([, id]) => `esco:${id}`),
    ...[...text.matchAll(/\t(\d{8})\t/g)].map(([, code]) => `onet:${code}`),
  ]);
  const looked = skills.flatMap(({ code }) => (code && /^(esco:|onet:\d{8})/.test(code) ? [code] : []));
  expect(looked.length).toBeGreaterThan(100);
  expect(looked.filter((code) => !known.has(code))).toEqual([]);
});

const extractor = createExtractor(taxonomy);
const found = (text: string): string[] =>
  extractor.extract({ text }).mentions.flatMap(({ kind, entity }) => (kind === "skill" ? [entity] : []));

test.each([
  ["You are open-minded, tactful and assertive.", ["open-mindedness", "tact-and-diplomacy", "assertiveness"]],
  ["A structured approach and a pragmatic approach to your tasks.", ["organisational-skills", "practical-approach"]],
  ["You stay friendly under pressure.", ["friendliness", "stress-tolerance"]],
  ["Drive and determination, and the ability to negotiate.", ["determination", "negotiation"]],
  ["You speak English and Danish fluently.", ["english-proficiency", "danish-language"]],
  ["An ambitious person with commercial awareness.", ["determination", "business-acumen"]],
  ["tags: java python mysql", ["java", "python", "mysql"]],
])("%j asks for %j", (text, ids) => {
  expect(found(text)).toEqual(expect.arrayContaining(ids));
});

test.each([
  ["The pipe stands under pressure from water.", "stress-tolerance"],
  ["We are an ambitious company.", "determination"],
  ["Our dedicated support line is open to you.", "commitment"],
  ["We work closely with local shops.", "collaboration"],
  ["A forward-thinking company looks for you.", "innovation-mindset"],
  ["A networking event with lunch in the server hall.", "networking"],
  ["The English department of our school has a vacancy; write to us.", "english-proficiency"],
])("%j does not ask for %s", (text, id) => {
  expect(found(text)).not.toContain(id);
});
