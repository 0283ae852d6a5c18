import { barTable } from "../../charts/bars.js";
import { type Html, html, type Value } from "../../html.js";
import { regionName } from "../../names.js";
import { percent, plural } from "../../numbers.js";
import { pair } from "../../parts.js";
import type { Profile } from "./rows.js";

const asks = (asking: number): string => plural(asking, "posting");

function spreadSentence(breadth: number | null, hhi: number | null): Value {
  const spread =
    breadth === null ? "" : `Spread over groups of occupations: ${percent(breadth)}, where 100% is an even spread. `;
  const weight =
    hhi === null
      ? ""
      : `Concentration among employers: ${hhi.toFixed(2)}, where 1 means that a single employer does all the asking.`;
  return spread + weight !== "" && html`<p class="quiet">${spread}${weight}</p>`;
}

function early({ entry_level_share, internship_share }: Profile): string {
  if (entry_level_share === null || internship_share === null) return "";
  return `Of the postings that ask for it, ${percent(entry_level_share)} are entry-level and ${percent(internship_share)} internships.`;
}

function regions({ regions }: Profile): Value {
  if (regions === null || regions.length === 0) return false;
  const bars = regions
    .slice(0, 8)
    .map(({ region, asking, share }) => ({ label: regionName(region), share, note: asks(asking) }));
  return barTable("Regions", ["Region", "Share of asking postings"], bars);
}

function employers({ top_employers }: Profile): Value {
  if (top_employers === null || top_employers.length === 0) return false;
  const items = top_employers
    .slice(0, 8)
    .map(({ employer, asking }) => html`<li>${employer} <small>${asks(asking)}</small></li>`);
  return html`<div><h3>Employers that ask most often</h3><ol class="plain">${items}</ol></div>`;
}

/** Which occupations, regions and employers ask. */
export function askingSection(profile: Profile, hhi: number | null): Html {
  const occupations = profile.occupations ?? [];
  if (occupations.length === 0) return html``;
  const bars = occupations.map(({ title, soc, asking, share }) => ({
    label: html`${title ?? "Unknown occupation"} <small>${soc}</small>`,
    share,
    note: asks(asking),
  }));
  return pair(
    "asking",
    "Who asks for it",
    html`<p>Occupations are read from title and text. ${early(profile)}</p>${spreadSentence(profile.breadth, hhi)}`,
    html`${barTable("Occupations", ["Occupation", "Share of asking postings"], bars)}<div class="two">${regions(profile)}${employers(profile)}</div>`,
  );
}
