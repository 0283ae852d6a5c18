import { html } from "../html.js";
import { definePage, type Page } from "../page.js";
import { AHEAD_SQL, type Ahead } from "../plain.js";
import { certificatePath, hasTrend, SUMMARY_SQL, type Summary } from "../summary.js";
import { askingSection } from "./certificate/asking.js";
import { changeSection } from "./certificate/change.js";
import { coverageSection } from "./certificate/coverage.js";
import { demandSection, kindsSection, levelsSection } from "./certificate/demand.js";
import { evidenceSection } from "./certificate/evidence.js";
import { familySection, kinOf } from "./certificate/family.js";
import { head } from "./certificate/head.js";
import { paySection } from "./certificate/pay.js";
import { plainSection } from "./certificate/plain.js";
import { reasonsSection } from "./certificate/reasons.js";
import {
  CONCENTRATION_SQL,
  type Concentration,
  DECOMPOSITION_SQL,
  type Decomposition,
  LEVELS_SQL,
  type LevelsRow,
  MONTHS_SQL,
  type MonthsRow,
  type Profile,
  SNIPPETS_SQL,
  type Snippet,
} from "./certificate/rows.js";
import { printLink } from "./print/rows.js";

type Queries = {
  summaries: Summary[];
  months: MonthsRow[];
  levels: LevelsRow[];
  profiles: Profile[];
  concentrations: Concentration[];
  decompositions: Decomposition[];
  snippets: Snippet[];
  ahead: Ahead[];
};

const byCertificate = <T extends { certificate_id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.certificate_id, row]));

function groups<T extends { certificate_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const group = found.get(row.certificate_id);
    if (group === undefined) found.set(row.certificate_id, [row]);
    else group.push(row);
  }
  return found;
}

/** One page for each certificate of the taxonomy, also for those that no posting names. */
export default definePage<Queries>({
  title: "Certificate",
  queries: {
    summaries: SUMMARY_SQL,
    months: MONTHS_SQL,
    levels: LEVELS_SQL,
    profiles: "SELECT * REPLACE (pay_n::DOUBLE AS pay_n) FROM marts.certificate_profile",
    concentrations: CONCENTRATION_SQL,
    decompositions: DECOMPOSITION_SQL,
    snippets: SNIPPETS_SQL,
    ahead: AHEAD_SQL,
  },
  *render(rows, facts): Generator<Page> {
    const months = byCertificate(rows.months);
    const levels = byCertificate(rows.levels);
    const profiles = byCertificate(rows.profiles);
    const concentrations = byCertificate(rows.concentrations);
    const snippets = groups(rows.snippets);
    const decompositions = groups(rows.decompositions);
    const ahead = byCertificate(rows.ahead);
    const kin = kinOf(rows.summaries);
    for (const summary of rows.summaries) {
      const id = summary.certificate_id;
      const profile = profiles.get(id);
      const body = html`${head(summary, facts)}
${plainSection(summary, ahead.get(id))}
${printLink(summary)}
${demandSection(summary, months.get(id)?.months ?? [])}
${reasonsSection(summary)}
${kindsSection(summary, months.get(id)?.months ?? [])}
${levelsSection(summary, levels.get(id)?.years ?? [])}
${hasTrend(summary) && changeSection(decompositions.get(id) ?? [])}
${profile && askingSection(profile, concentrations.get(id)?.hhi ?? null)}
${profile && paySection(profile)}
${profile && coverageSection(profile)}
${familySection(summary, kin)}
${evidenceSection(snippets.get(id) ?? [], facts)}`;
      yield {
        path: certificatePath(id),
        title: summary.name,
        description: `How many job postings ask for ${summary.name}, and how that changes.`,
        section: "certificates",
        body,
      };
    }
  },
});
