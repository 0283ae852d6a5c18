import { type Html, html } from "../html.js";
import { type Listing, listingPages, valuesOf } from "../listing/listing.js";
import { change, count, plural } from "../numbers.js";
import { definePage } from "../page.js";
import { changeOver } from "../parts.js";
import { OCCUPATION_POSTINGS, OCCUPATIONS_SQL, type Occupation, occupationPath } from "./occupation/rows.js";

const isProjected = ({ projected_change_pct }: Occupation): boolean => projected_change_pct !== null;

const slopeOf = ({ slope, slope_low, slope_high }: Occupation): Html =>
  slope === null ? html`<span class="quiet">too little</span>` : changeOver(slope, slope_low, slope_high);

const projectionOf = (occupation: Occupation): Html =>
  isProjected(occupation)
    ? html`${change(occupation.projected_change_pct)}<br><small>${occupation.projection}</small>`
    : html`–`;

const row = (
  occupation: Occupation,
  projections: boolean,
): Html => html`<tr data-cluster="${occupation.cluster_name ?? ""}">
<th scope="row"><a href="${occupationPath(occupation.soc)}">${occupation.title}</a><small>${occupation.cluster_name ?? occupation.soc}</small></th>
<td class="num" data-v="${occupation.postings}">${count(occupation.postings)}</td>
<td class="num" data-v="${occupation.slope ?? ""}">${slopeOf(occupation)}</td>
${projections && html`<td class="num" data-v="${occupation.projected_change_pct ?? ""}">${projectionOf(occupation)}</td>\n`}</tr>
`;

const listingOf = (occupations: readonly Occupation[]): Listing<Occupation> => {
  const projections = occupations.some(isProjected);
  return {
    section: "occupations",
    title: "Occupations",
    description: "Occupations in job postings, with the certificates and skills that they ask for.",
    noun: "occupations",
    order: "Those with most postings first",
    searched: "Title or career cluster",
    columns: [
      ["title", "Occupation", "text"],
      ["postings", "Postings", "num"],
      ["change", "Share’s change a year", "num"],
      ...(projections ? ([["projected", "Projected change (BLS)", "num"]] as const) : []),
    ],
    choices: [
      {
        name: "cluster",
        label: "Career cluster",
        options: valuesOf(occupations.flatMap(({ cluster_name }) => cluster_name ?? [])),
      },
    ],
    sortedBy: "postings",
    row: (occupation) => row(occupation, projections),
  };
};

/** Occupations with enough postings, those with most first. */
export default definePage<{ occupations: Occupation[] }>({
  title: "Occupations",
  queries: { occupations: OCCUPATIONS_SQL },
  *render({ occupations }) {
    yield* listingPages(
      listingOf(occupations),
      [...occupations].sort((a, b) => b.postings - a.postings || (a.soc < b.soc ? -1 : 1)),
      html`${plural(occupations.length, "occupation")} with at least ${count(OCCUPATION_POSTINGS)} dated postings in this collection. The others have no page, since so few postings say nothing about a trend.`,
    );
  },
});
