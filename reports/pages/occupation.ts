import { groupBy } from "../group-by.js";
import { html } from "../html.js";
import { definePage, type Page } from "../page.js";
import {
  OCCUPATION_CERTIFICATES_SQL,
  OCCUPATION_MONTHS_SQL,
  OCCUPATION_SKILLS_SQL,
  OCCUPATIONS_SQL,
  type Occupation,
  type OccupationCertificate,
  type OccupationMonths,
  type OccupationSkill,
  occupationPath,
} from "./occupation/rows.js";
import { occupationCertificates, occupationDemand, occupationHead, occupationSkills } from "./occupation/sections.js";

type Queries = {
  occupations: Occupation[];
  months: OccupationMonths[];
  certificates: OccupationCertificate[];
  skills: OccupationSkill[];
};

/** One page for each occupation with enough postings. */
export default definePage<Queries>({
  title: "Occupation",
  queries: {
    occupations: OCCUPATIONS_SQL,
    months: OCCUPATION_MONTHS_SQL,
    certificates: OCCUPATION_CERTIFICATES_SQL,
    skills: OCCUPATION_SKILLS_SQL,
  },
  *render(rows): Generator<Page> {
    const months = new Map(rows.months.map((row) => [row.soc, row.months]));
    const certificates = groupBy(rows.certificates, ({ soc }) => soc);
    const skills = groupBy(rows.skills, ({ soc }) => soc);
    for (const occupation of rows.occupations) {
      const { soc, title } = occupation;
      const series = months.get(soc) ?? [];
      yield {
        path: occupationPath(soc),
        title,
        description: `Certificates and skills that job postings for ${title} ask for.`,
        section: "occupations",
        body: html`${occupationHead(occupation, series)}
${occupationDemand(occupation, series)}
${occupationCertificates(certificates.get(soc) ?? [])}
${occupationSkills(skills.get(soc) ?? [])}`,
      };
    }
  },
});
