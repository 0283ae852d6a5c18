import { groupBy } from "../group-by.js";
import { definePage, type Page } from "../page.js";
import { AHEAD_SQL, type Ahead } from "../plain.js";
import { SUMMARY_SQL, type Summary } from "../summary.js";
import { MONTHS_SQL, type MonthsRow, type Profile } from "./certificate/rows.js";
import { certificateSheet } from "./print/certificate.js";
import { clusterSheet } from "./print/cluster.js";
import { clusterPath, hasSheet, sheetPath } from "./print/rows.js";

type Queries = { summaries: Summary[]; months: MonthsRow[]; profiles: Profile[]; ahead: Ahead[] };

const byId = <T extends { certificate_id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.certificate_id, row]));

/** One page to print for each certificate with evidence, and for each career cluster that has one. */
export default definePage<Queries>({
  title: "Print",
  queries: {
    summaries: SUMMARY_SQL,
    months: MONTHS_SQL,
    profiles: "SELECT * REPLACE (pay_n::DOUBLE AS pay_n) FROM marts.certificate_profile",
    ahead: AHEAD_SQL,
  },
  *render(rows, facts): Generator<Page> {
    const [months, profiles, ahead] = [byId(rows.months), byId(rows.profiles), byId(rows.ahead)];
    const section = "certificates" as const;
    for (const summary of rows.summaries.filter(hasSheet)) {
      const { certificate_id: id, name } = summary;
      const parts = { months: months.get(id)?.months ?? [], profile: profiles.get(id), ahead: ahead.get(id) };
      yield {
        path: sheetPath(id),
        title: `${name}, one page`,
        description: `${name} in job postings, on one page to print.`,
        section,
        body: certificateSheet(summary, parts, facts),
      };
    }
    const clusters = groupBy(
      rows.summaries.filter(({ status }) => status !== null),
      ({ cluster_name }) => cluster_name ?? "",
    );
    for (const [cluster, summaries] of clusters) {
      if (cluster === "" || !summaries.some(hasSheet)) continue;
      yield {
        path: clusterPath(cluster),
        title: `${cluster}, one page`,
        description: `Certificates of ${cluster} in job postings, on one page to print.`,
        section,
        body: clusterSheet(cluster, summaries, facts),
      };
    }
  },
});
