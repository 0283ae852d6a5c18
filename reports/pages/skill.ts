import { groupBy } from "../group-by.js";
import { html } from "../html.js";
import { definePage, type Page } from "../page.js";
import { reasonsSection } from "./certificate/reasons.js";
import { OCCUPATION_POSTINGS } from "./occupation/rows.js";
import {
  ATTESTING_SQL,
  type Attesting,
  SKILL_MONTHS_SQL,
  SKILL_OCCUPATIONS_SQL,
  SKILL_SCOPES_SQL,
  SKILLS_SQL,
  type Skill,
  type SkillMonths,
  type SkillOccupation,
  type SkillScope,
  skillPath,
} from "./skill/rows.js";
import { attestingSection, skillDemand, skillHead, skillOccupations, skillScopes } from "./skill/sections.js";

type Queries = {
  skills: Skill[];
  months: SkillMonths[];
  scopes: SkillScope[];
  attesting: Attesting[];
  occupations: SkillOccupation[];
  pages: { soc: string }[];
};

/** Nobody issues a skill: the rule is asked of all series alike and says nothing here. */
const ISSUER_RULE = "retired by issuer";

/** One page for each skill that enough postings ask for. */
export default definePage<Queries>({
  title: "Skill",
  queries: {
    skills: SKILLS_SQL,
    months: SKILL_MONTHS_SQL,
    scopes: SKILL_SCOPES_SQL,
    attesting: ATTESTING_SQL,
    occupations: SKILL_OCCUPATIONS_SQL,
    pages: `SELECT soc FROM marts.occupation_outlook WHERE postings >= ${OCCUPATION_POSTINGS}`,
  },
  *render(rows): Generator<Page> {
    const months = new Map(rows.months.map((row) => [row.skill_id, row.months]));
    const [scopes, attesting, occupations] = [rows.scopes, rows.attesting, rows.occupations].map((list) =>
      groupBy<{ skill_id: string }>(list, ({ skill_id }) => skill_id),
    ) as [Map<string, SkillScope[]>, Map<string, Attesting[]>, Map<string, SkillOccupation[]>];
    const pages = new Set(rows.pages.map(({ soc }) => soc));
    for (const skill of rows.skills) {
      const id = skill.skill_id;
      yield {
        path: skillPath(id),
        title: skill.name,
        description: `How many job postings ask for ${skill.name}, and which certificates attest it.`,
        section: "skills",
        body: html`${skillHead(skill)}
${skillDemand(skill, months.get(id) ?? [])}
${reasonsSection({ ...skill, reasons: skill.reasons.filter(({ rule }) => rule !== ISSUER_RULE) })}
${skillScopes(skill, scopes.get(id) ?? [])}
${attestingSection(attesting.get(id) ?? [])}
${skillOccupations(occupations.get(id) ?? [], pages)}`,
      };
    }
  },
});
