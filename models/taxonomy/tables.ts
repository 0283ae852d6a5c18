import { Certificate, Surface } from "../certificate.js";
import { Cluster, Occupation, OccupationTitle } from "../occupation.js";
import { CertificateSkill, Skill } from "../skill.js";
import { readContext } from "./context.js";
import type { Cells, Table } from "./table.js";

const orNull = (cell: string | undefined): string | null => (cell === "" || cell === undefined ? null : cell);
const list = (cell: string | undefined): string[] => (cell ? cell.split(";") : []);
const yesNo = (cell: string | undefined): unknown => (cell === "yes" ? true : cell === "no" ? false : cell);

const ID = "lower-case words joined by hyphens, such as comptia-a-plus";

export const CERTIFICATES: Table<Certificate> = {
  file: "certificates.csv",
  columns:
    "id,name,issuer,type,level,k12,cluster,status,retired_on,successor,parent,soc,renewal_years,demand,counted,note".split(
      ",",
    ),
  model: Certificate,
  key: "id",
  fields: (cells) => ({
    ...cells,
    level: orNull(cells.level),
    status: orNull(cells.status),
    retired_on: orNull(cells.retired_on),
    successor: orNull(cells.successor),
    parent: orNull(cells.parent),
    soc: list(cells.soc),
    renewal_years: cells.renewal_years ? Number(cells.renewal_years) : null,
    counted: yesNo(cells.counted),
  }),
  hints: {
    id: ID,
    name: "the certificate's name",
    retired_on: "YYYY-MM, or blank where it is not confirmed",
    soc: "SOC 2018 detailed codes such as 15-1232, joined by ;",
    renewal_years: "a number of years, or blank where it does not expire",
    counted: "yes or no",
  },
};

const surfaceFields = (entity: string) => (cells: Cells) => ({
  entity: cells[entity],
  surface: cells.surface,
  case: cells.case,
  ...(readContext(cells.context ?? "") ?? { near: null, not: [] }),
});

const surfaces = (file: string, entity: string): Table<Surface> => ({
  file,
  columns: [entity, "surface", "case", "context"],
  model: Surface,
  fields: surfaceFields(entity),
  columnOf: { entity, near: "context", not: "context" },
  hints: { surface: "the text as postings write it", context: "blank, or `near: a/b*; not: c`" },
});

export const ALIASES = surfaces("aliases.csv", "certificate_id");
export const SKILL_ALIASES = surfaces("skill_aliases.csv", "skill_id");

export const SKILLS: Table<Skill> = {
  file: "skills.csv",
  columns: ["id", "name", "kind", "code"],
  model: Skill,
  key: "id",
  fields: (cells) => ({ ...cells, code: orNull(cells.code) }),
  hints: { id: ID, name: "the skill's name" },
};

export const CERTIFICATE_SKILLS: Table<CertificateSkill> = {
  file: "certificate_skills.csv",
  columns: ["certificate_id", "skill_id"],
  model: CertificateSkill,
  fields: (cells) => ({ certificate: cells.certificate_id, skill: cells.skill_id }),
  columnOf: { certificate: "certificate_id", skill: "skill_id" },
};

export const OCCUPATIONS: Table<Occupation> = {
  file: "occupations.csv",
  columns: ["soc", "title", "cluster"],
  model: Occupation,
  key: "soc",
  fields: (cells) => cells,
  hints: { soc: "a SOC 2018 detailed code such as 15-1232", title: "the occupation's title" },
};

export const OCCUPATION_TITLES: Table<OccupationTitle> = {
  file: "occupation_titles.csv",
  columns: ["soc", "title"],
  model: OccupationTitle,
  fields: (cells) => cells,
  hints: { title: "a job title as postings write it" },
};

export const CLUSTERS: Table<Cluster> = {
  file: "clusters.csv",
  columns: ["id", "name"],
  model: Cluster,
  key: "id",
  fields: (cells) => cells,
};
