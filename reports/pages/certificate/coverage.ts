import { barTable } from "../../charts/bars.js";
import { type Html, html } from "../../html.js";
import { percent } from "../../numbers.js";
import { pair } from "../../parts.js";
import type { Profile } from "./rows.js";

/** What part of the asked skills it attests, and which are missing. */
export function coverageSection({ coverage, missing_skills }: Profile): Html {
  const missing = missing_skills ?? [];
  if (missing.length === 0) return html``;
  const attested =
    coverage === null
      ? html`<p>Which skills it attests is not on record.</p>`
      : html`<p>It attests <strong>${percent(coverage)}</strong> of the skills, weighted by how telling they are, that its target occupations ask for.</p>`;
  const bars = missing.map(({ name, share }) => ({ label: name, share }));
  return pair(
    "coverage",
    "What it does not cover",
    html`${attested}<p>The list holds what those postings ask for and the certificate does not attest.</p>`,
    barTable("Skills asked for beside it", ["Skill", "Share of its occupations' postings"], bars),
  );
}
