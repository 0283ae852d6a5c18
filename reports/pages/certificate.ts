import { type Html, html } from "../html.js";
import { definePage, type Facts, type Page } from "../page.js";
import { AHEAD_SQL, type Ahead } from "../plain.js";
import { REVISION_SQL, type Revision } from "../revisions.js";
import { certificatePath, hasTrend, SUMMARY_SQL, type Summary } from "../summary.js";
import { askingSection } from "./certificate/asking.js";
import { changeSection } from "./certificate/change.js";
import { coverageSection } from "./certificate/coverage.js";
import { demandSection, kindsSection, levelsSection } from "./certificate/demand.js";
import { evidenceSection } from "./certificate/evidence.js";
import { familySection, kinOf } from "./certificate/family.js";
import { head } from "./certificate/head.js";
import { HORIZON_SCRIPT, horizonSection } from "./certificate/horizon.js";
import { paySection } from "./certificate/pay.js";
import { plainSection } from "./certificate/plain.js";
import { rankSection } from "./certificate/rank.js";
import { readingsSection } from "./certificate/readings.js";
import { reasonsSection } from "./certificate/reasons.js";
import { revisionSection } from "./certificate/revision.js";
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
import {
  DETAIL_SQL,
  type Detail,
  HORIZON_SQL,
  type HorizonRow,
  RANKING_SQL,
  type Ranking,
  SUCCESSION_SQL,
  type SuccessionRow,
} from "./certificate/signal-rows.js";
import { successionSection } from "./certificate/succession.js";
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
  details: Detail[];
  horizons: HorizonRow[];
  rankings: Ranking[];
  successions: SuccessionRow[];
  revisions: Revision[];
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

/** What is known of each certificate, looked up once for all pages. */
const lookUp = (rows: Queries) => ({
  months: byCertificate(rows.months),
  levels: byCertificate(rows.levels),
  profiles: byCertificate(rows.profiles),
  concentrations: byCertificate(rows.concentrations),
  snippets: groups(rows.snippets),
  decompositions: groups(rows.decompositions),
  ahead: byCertificate(rows.ahead),
  details: byCertificate(rows.details),
  horizons: byCertificate(rows.horizons),
  rankings: byCertificate(rows.rankings),
  successions: byCertificate(rows.successions),
  revisions: byCertificate(rows.revisions),
  kin: kinOf(rows.summaries),
});

function body(summary: Summary, known: ReturnType<typeof lookUp>, facts: Facts): Html {
  const id = summary.certificate_id;
  const profile = known.profiles.get(id);
  const months = known.months.get(id)?.months ?? [];
  const line = known.successions.get(id)?.months ?? [];
  return html`${head(summary, facts)}
${plainSection(summary, known.ahead.get(id))}
${printLink(summary)}
${demandSection(summary, months, known.details.get(id)?.change_month ?? null)}
${reasonsSection(summary)}
${horizonSection(summary, line.length > 0 ? line : months, known.horizons.get(id)?.ahead ?? [], facts)}
${successionSection(summary, line)}
${readingsSection(known.details.get(id))}
${kindsSection(summary, months)}
${rankSection(known.rankings.get(id))}
${levelsSection(summary, known.levels.get(id)?.years ?? [])}
${hasTrend(summary) && changeSection(known.decompositions.get(id) ?? [], summary.name)}
${profile && askingSection(profile, known.concentrations.get(id)?.hhi ?? null)}
${profile && paySection(profile)}
${profile && coverageSection(profile)}
${familySection(summary, known.kin)}
${revisionSection(known.revisions.get(id))}
${evidenceSection(known.snippets.get(id) ?? [], facts)}`;
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
    details: DETAIL_SQL,
    horizons: HORIZON_SQL,
    rankings: RANKING_SQL,
    successions: SUCCESSION_SQL,
    revisions: REVISION_SQL,
  },
  *render(rows, facts): Generator<Page> {
    const known = lookUp(rows);
    for (const summary of rows.summaries)
      yield {
        path: certificatePath(summary.certificate_id),
        title: summary.name,
        description: `How many job postings ask for ${summary.name}, and how that changes.`,
        section: "certificates",
        body: body(summary, known, facts),
        script: HORIZON_SCRIPT,
      };
  },
});
