import type { Certificate, Surface } from "../certificate.js";
import type { Cluster, Occupation, OccupationTitle } from "../occupation.js";
import type { CertificateSkill, Skill } from "../skill.js";

/** The whole vocabulary, loaded and validated once. Maps keep the order of the files. */
export interface Taxonomy {
  /** Hash over all its files: part of the extractor's version. */
  version: string;
  certificates: ReadonlyMap<string, Certificate>;
  skills: ReadonlyMap<string, Skill>;
  certificateSurfaces: readonly Surface[];
  skillSurfaces: readonly Surface[];
  certificateSkills: readonly CertificateSkill[];
  occupations: ReadonlyMap<string, Occupation>;
  occupationTitles: readonly OccupationTitle[];
  clusters: ReadonlyMap<string, Cluster>;
}
