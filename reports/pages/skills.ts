import { type Html, html } from "../html.js";
import { type Listing, listingPages, valuesOf } from "../listing/listing.js";
import { count, plural, sentenceCase } from "../numbers.js";
import { definePage } from "../page.js";
import { changeOver, shareOver } from "../parts.js";
import { STATUS_OPTIONS, statusChip, statusWords } from "../words.js";
import { SKILL_POSTINGS, SKILLS_SQL, type Skill, skillPath } from "./skill/rows.js";
import { skillHasTrend } from "./skill/sections.js";

const kindWords = (kind: string): string => (kind === "it" ? "IT" : sentenceCase(kind.replaceAll("_", " ")));

const changeOf = (skill: Skill): Html =>
  skillHasTrend(skill)
    ? changeOver(skill.slope_pct_year, skill.slope_low, skill.slope_high)
    : html`<span class="quiet">too little</span>`;

const row = (skill: Skill): Html => html`<tr data-status="${skill.status}" data-kind="${skill.kind}">
<th scope="row"><a href="${skillPath(skill.skill_id)}">${skill.name}</a><small>${kindWords(skill.kind)}</small></th>
<td data-v="${statusWords(skill.status).label}">${statusChip(skill.status)}</td>
<td class="num" data-v="${skill.share_now ?? ""}">${shareOver(skill.share_now, skill.share_now_low, skill.share_now_high)}</td>
<td class="num" data-v="${skillHasTrend(skill) ? (skill.slope_pct_year ?? "") : ""}">${changeOf(skill)}</td>
<td class="num" data-v="${skill.evidence}">${count(skill.evidence)}</td>
</tr>
`;

const listingOf = (skills: readonly Skill[]): Listing<Skill> => ({
  section: "skills",
  title: "Skills",
  description: "Skills that job postings ask for, with their share of postings and its change.",
  noun: "skills",
  order: "Those most asked for first",
  searched: "Name or kind",
  columns: [
    ["name", "Skill", "text"],
    ["status", "Status", "text"],
    ["share", "Share, last 12 months", "num"],
    ["change", "Change a year", "num"],
    ["evidence", "Postings asking", "num"],
  ],
  choices: [
    {
      name: "kind",
      label: "Kind",
      options: valuesOf(
        skills.map(({ kind }) => kind),
        kindWords,
      ),
    },
    { name: "status", label: "Status", options: STATUS_OPTIONS },
  ],
  sortedBy: "evidence",
  row,
});

/** Skills that are asked for often enough, those most asked for first. */
export default definePage<{ skills: Skill[]; known: { skills: number }[] }>({
  title: "Skills",
  queries: { skills: SKILLS_SQL, known: "SELECT count(*)::DOUBLE AS skills FROM marts.skill" },
  *render({ skills, known }) {
    yield* listingPages(
      listingOf(skills),
      [...skills].sort((a, b) => b.evidence - a.evidence || (a.skill_id < b.skill_id ? -1 : 1)),
      html`${plural(skills.length, "skill")} of the ${count(known[0]?.skills ?? 0)} that are looked for: those that at least ${count(SKILL_POSTINGS)} postings ask for. The others have no page, since so few postings say nothing about a trend.`,
    );
  },
});
