import { type Html, html } from "../../html.js";
import { change, count, monthName, plural } from "../../numbers.js";
import { table } from "../../parts.js";

/** A certificate of a source whose mention rate left its own history. Rates are per 1,000 postings. */
export interface Drift {
  name: string;
  source: string;
  month: string;
  naming: number;
  postings: number;
  rate: number;
  rate_before: number;
  months_before: number;
  z: number;
}

export interface Compared {
  compared: number;
  drifted: number;
}

const MOST = 40;

export const COMPARED_SQL =
  "SELECT count(*) FILTER (compared)::DOUBLE AS compared, count(*) FILTER (drifted)::DOUBLE AS drifted FROM marts.mention_rate";

/** The strongest first. */
export const DRIFT_SQL = `
  SELECT coalesce(name, certificate_id) AS name, source, CAST(month AS VARCHAR) AS month, naming::DOUBLE AS naming,
    postings::DOUBLE AS postings, rate, rate_before, months_before::DOUBLE AS months_before, z
  FROM marts.mention_rate LEFT JOIN marts.certificate USING (certificate_id)
  WHERE drifted ORDER BY abs(z) DESC, certificate_id, source LIMIT ${MOST}`;

const perThousand = (rate: number): string => (rate >= 99.5 ? count(rate) : rate.toPrecision(2));

const changed = ({ rate, rate_before }: Drift): string =>
  rate_before === 0 ? "new" : change((rate / rate_before - 1) * 100);

const driftTable = (drifts: readonly Drift[]): Html =>
  table(
    "Mentions per 1,000 postings that left their own history",
    ["Certificate", "Source", "Month", "Now", "Before", "Change", "Standard errors"],
    drifts.map((one) => [
      one.name,
      one.source,
      html`${monthName(one.month)}<br><small>${count(one.naming)} of ${count(one.postings)} postings</small>`,
      perThousand(one.rate),
      html`${perThousand(one.rate_before)}<br><small>${plural(one.months_before, "month")}</small>`,
      changed(one),
      one.z.toFixed(1),
    ]),
    [3, 4, 5, 6],
  );

function verdict({ compared, drifted }: Compared): string {
  if (compared === 0) return "No source has enough postings and months to compare yet.";
  const tried = plural(compared, "rate was compared", "rates were compared");
  return drifted === 0 ? `${tried}: nothing drifted.` : `${tried}, and ${count(drifted)} drifted.`;
}

/** "Mention rates": how often each source's postings name each certificate in its latest month, against the twelve before. */
export const driftSection = (
  compared: Compared,
  drifts: readonly Drift[],
): Html => html`<section id="drift" aria-labelledby="drift-h" class="trend"><div class="say"><h2 id="drift-h">Drift of mention rates</h2>
<p>A source that changes its pages, or a rule that misreads them, shows as a sudden jump in how often a certificate is named. Each rate in a source's latest month is held against its twelve months before, and listed where it lies beyond four standard errors and at least 30 postings are at stake: by chance alone one comparison in 16,000 does. ${verdict(compared)}</p></div>
${drifts.length > 0 && driftTable(drifts)}${compared.drifted > drifts.length && html`<p class="quiet">The others are in the <a href="downloads.html">downloads</a>.</p>`}</section>`;
