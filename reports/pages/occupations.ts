import { html, type Value } from "../html.js";
import { change, changeRange, count, plural } from "../numbers.js";
import { definePage } from "../page.js";
import { table } from "../parts.js";
import { OCCUPATION_POSTINGS, OCCUPATIONS_SQL, type Occupation, occupationPath } from "./occupation/rows.js";

const isProjected = ({ projected_change_pct }: Occupation): boolean => projected_change_pct !== null;

const projected = (occupation: Occupation): Value =>
  isProjected(occupation)
    ? html`${change(occupation.projected_change_pct)}<br><small>${occupation.projection}</small>`
    : "–";

const row = (occupation: Occupation): Value[] => [
  html`<a href="${occupationPath(occupation.soc)}">${occupation.title}</a><br><small>${occupation.cluster_name ?? occupation.soc}</small>`,
  count(occupation.postings),
  occupation.slope === null
    ? html`<span class="quiet">too little</span>`
    : html`${change(occupation.slope)}<br><small>${changeRange(occupation.slope_low, occupation.slope_high)}</small>`,
];

/** Occupations with enough postings, those with most first. */
export default definePage<{ occupations: Occupation[] }>({
  title: "Occupations",
  queries: { occupations: OCCUPATIONS_SQL },
  *render({ occupations }) {
    const most = [...occupations].sort((a, b) => b.postings - a.postings || (a.soc < b.soc ? -1 : 1));
    const projections = most.some(isProjected);
    const body = html`<header class="lead"><h1>Occupations</h1>
<p class="standfirst">${plural(most.length, "occupation")} with at least ${count(OCCUPATION_POSTINGS)} dated postings in this collection. The others have no page, since so few postings say nothing about a trend.</p></header>
${table(
  "Occupations",
  ["Occupation", "Postings", "Share’s change a year", ...(projections ? ["Projected change (BLS)"] : [])],
  most.map((one) => [...row(one), ...(projections ? [projected(one)] : [])]),
  [1, 2, 3],
)}`;
    yield {
      path: "occupations.html",
      title: "Occupations",
      description: "Occupations in job postings, with the certificates and skills that they ask for.",
      section: "occupations",
      body,
    };
  },
});
