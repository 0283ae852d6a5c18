import { type Calibration, readCalibration } from "../../models/calibration.js";
import { type Quality, readQuality } from "../../models/quality.js";
import { countedQuality } from "../basis.js";
import { html } from "../html.js";
import { count } from "../numbers.js";
import { definePage, type RunnablePage } from "../page.js";
import { table } from "../parts.js";
import { ALARMS_SQL, type Alarmed, alarmSection } from "./quality/alarms.js";
import { calibrationSection } from "./quality/calibration.js";
import { COMPARED_SQL, type Compared, DRIFT_SQL, type Drift, driftSection } from "./quality/drift.js";
import { healthSentence, hostTable, sourceTable } from "./quality/health.js";
import { postingSections } from "./quality/postings.js";
import { type Named, readingSection } from "./quality/reading.js";
import {
  HEALTH_SQL,
  type Health,
  HOSTS_SQL,
  type Host,
  RECENT_DAYS,
  REFUSED_SQL,
  type Refused,
  RUNS_SQL,
  type Run,
  type Tally,
  tally,
} from "./quality/rows.js";

const EXIT_WORDS: Record<number, string> = {
  0: "done",
  1: "failed",
  2: "wrong usage",
  3: "data checks failed",
  4: "some sources failed",
  5: "another run held the data",
  130: "interrupted",
};

const countsText = (json: string | null): string =>
  json === null
    ? ""
    : Object.entries(JSON.parse(json) as Record<string, unknown>)
        .map(
          ([name, value]) => `${name.replaceAll("_", " ")} ${typeof value === "number" ? count(value) : String(value)}`,
        )
        .join(", ");

type Queries = {
  health: Health[];
  hosts: Host[];
  dates: Tally[];
  languages: Tally[];
  copies: { copies: number; postings: number }[];
  refused: Refused[];
  runs: Run[];
  drifts: Drift[];
  compared: Compared[];
  names: Named[];
  alarms: Alarmed[];
};

/** The page, with the measurements that `read` and `readMarkets` give: none where nothing was saved. */
export const qualityPage = (
  read: () => Quality | null,
  readMarkets: () => Calibration | null = readCalibration,
): RunnablePage =>
  definePage<Queries>({
    title: "Data quality",
    queries: {
      health: HEALTH_SQL,
      hosts: HOSTS_SQL,
      dates: tally("posted_on_quality"),
      languages: tally("lang"),
      copies: "SELECT count(duplicate_of)::DOUBLE AS copies, count(*)::DOUBLE AS postings FROM marts.posting",
      refused: REFUSED_SQL,
      runs: RUNS_SQL,
      drifts: DRIFT_SQL,
      compared: COMPARED_SQL,
      alarms: ALARMS_SQL,
      names: "SELECT certificate_id, name FROM marts.certificate",
    },
    *render({ health, hosts, dates, languages, copies, refused, runs, drifts, compared, names, alarms }, facts) {
      const total = refused.reduce((sum, one) => sum + one.refused, 0);
      const body = html`<header class="lead"><h1>Data quality</h1>
<p class="standfirst">${count(facts.postings)} postings from ${count(facts.sources)} sources; ${count(facts.datedPostings)} carry a date that trends may use. What is wrong with them is told here before anyone asks.</p></header>
${readingSection(read(), facts.extractor, names)}
${calibrationSection(readMarkets())}
${!facts.counted && driftSection(compared[0] ?? { compared: 0, drifted: 0 }, drifts)}
${facts.counted ? countedQuality({ dated: facts.datedPostings, postings: facts.postings }) : postingSections({ dates, languages, copies })}
${!facts.counted && alarmSection(alarms)}
<section id="sources" aria-labelledby="sources-h" class="trend"><div class="say"><h2 id="sources-h">Sources</h2><p>A source that failed, or gave fewer postings than it should, is censored for that day: it leaves numerator and denominator, because silence is not a zero. ${healthSentence(health)}</p></div>${sourceTable(health)}</section>
<section id="hosts" aria-labelledby="hosts-h" class="trend"><div class="say"><h2 id="hosts-h">Hosts</h2><p>What was asked of other people's servers in the ${RECENT_DAYS} days before the last crawl. A host that asks us to slow down is obeyed; one that keeps failing is left alone for the night.</p></div>${hostTable(hosts)}</section>
<section id="refused" aria-labelledby="refused-h" class="trend"><div class="say"><h2 id="refused-h">Refused rows</h2><p>What could not be read is set aside with its reason, never dropped in silence: ${count(total)} rows${refused.length === 60 && " in the sixty commonest cases"}.</p></div>
${
  refused.length === 0
    ? html`<p class="none">Nothing was refused.</p>`
    : table(
        "Refused rows by reason",
        ["Source", "Field", "Reason", "Rows", "Example"],
        refused.map((one) => [
          one.source,
          one.field ?? "",
          one.reason,
          count(one.refused),
          html`<code>${one.example}</code>`,
        ]),
        [3],
      )
}</section>
<section id="runs" aria-labelledby="runs-h" class="trend"><div class="say"><h2 id="runs-h">Runs</h2><p>The last runs of the pipeline, newest first. Extractor ${facts.extractor}, taxonomy ${facts.taxonomy}.</p></div>
${
  runs.length === 0
    ? html`<p class="none">No earlier run is on record: a run is noted when it ends, and this one built the warehouse before that.</p>`
    : table(
        "Runs",
        ["Started", "Verb", "Ended", "Seconds", "Counts"],
        runs.map((run) => [
          run.started,
          run.verb,
          EXIT_WORDS[run.exit_code ?? 0] ?? `exit ${run.exit_code}`,
          count(run.seconds),
          countsText(run.counts),
        ]),
        [3],
      )
}</section>`;
      yield {
        path: "quality.html",
        title: "Data quality",
        description:
          "How well postings are read, how far the statistics can be trusted, drift, health of the sources and hosts, dates, copies, languages, refused rows and runs.",
        section: "quality",
        body,
      };
    },
  });

export default qualityPage(readQuality);
