import { groupBy } from "../group-by.js";
import { type Html, html, type Value } from "../html.js";
import { change, changeRange, count, percent, percentRange, plural, sentenceCase } from "../numbers.js";
import { definePage } from "../page.js";
import { table } from "../parts.js";
import { statusChip } from "../words.js";
import { SKILL_POSTINGS, SKILLS_SQL, type Skill, skillPath } from "./skill/rows.js";
import { skillHasTrend } from "./skill/sections.js";

const kindWords = (kind: string): string => (kind === "it" ? "IT" : sentenceCase(kind.replaceAll("_", " ")));

const changeOf = (skill: Skill): Value =>
  skillHasTrend(skill)
    ? html`${change(skill.slope_pct_year)}<br><small>${changeRange(skill.slope_low, skill.slope_high)}</small>`
    : html`<span class="quiet">too little</span>`;

const row = (skill: Skill): Value[] => [
  html`<a href="${skillPath(skill.skill_id)}">${skill.name}</a><br>${statusChip(skill.status)}`,
  html`${percent(skill.share_now)}<br><small>${percentRange(skill.share_now_low, skill.share_now_high)}</small>`,
  changeOf(skill),
  count(skill.evidence),
];

const section = (
  kind: string,
  skills: readonly Skill[],
): Html => html`<section class="trend" aria-labelledby="kind-${kind}"><h2 id="kind-${kind}">${kindWords(kind)}</h2>
${table(
  `Skills: ${kindWords(kind)}`,
  ["Skill", "Share, last 12 months", "Change a year", "Postings asking"],
  skills.map(row),
  [1, 2, 3],
)}</section>`;

/** Skills by kind, those most asked for first. */
export default definePage<{ skills: Skill[]; known: { skills: number }[] }>({
  title: "Skills",
  queries: { skills: SKILLS_SQL, known: "SELECT count(*)::DOUBLE AS skills FROM marts.skill" },
  *render({ skills, known }) {
    const kinds = [...groupBy(skills, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
    const body = html`<header class="lead"><h1>Skills</h1>
<p class="standfirst">${plural(skills.length, "skill")} of the ${count(known[0]?.skills ?? 0)} that are looked for: those that at least ${count(SKILL_POSTINGS)} postings ask for. The others have no page, since so few postings say nothing about a trend.</p>
<ul class="toc">${kinds.map(([kind]) => html`<li><a href="#kind-${kind}">${kindWords(kind)}</a></li>`)}</ul></header>
${kinds.map(([kind, own]) =>
  section(
    kind,
    own.sort((a, b) => b.evidence - a.evidence || (a.skill_id < b.skill_id ? -1 : 1)),
  ),
)}`;
    yield {
      path: "skills.html",
      title: "Skills",
      description: "Skills that job postings ask for, with their share of postings and its change.",
      section: "skills",
      body,
    };
  },
});
