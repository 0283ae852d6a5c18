import { aggregate, type Counted } from "../../series.js";
import { hasTrend, recentShare, type Summary } from "../../summary.js";
import { statusWords } from "../../words.js";

/** Seven digits: a share of one posting in a million is still told from none. */
const short = (share: number): number => Number(share.toPrecision(4));

/**
 * A script that hands the quarters of a certificate to the page that asked for them: `[quarter, share, low, high]`. A script and no
 * JSON, since a page that was opened from disk may load the one and not the other.
 */
export function seriesScript(summary: Summary): string {
  const quarters: readonly Counted[] = summary.quarters ?? [];
  const recent = recentShare(summary);
  const series = {
    id: summary.certificate_id,
    name: summary.name,
    status: statusWords(summary.status).label,
    trend: hasTrend(summary),
    evidence: summary.evidence ?? 0,
    demand: summary.demand,
    recent: recent === null ? null : [recent.share, recent.low, recent.high].map(short),
    slope: hasTrend(summary) ? [summary.slope_pct_year, summary.slope_low, summary.slope_high] : null,
    points: aggregate(quarters, "quarter").map(({ date, share, low, high }) => [
      date,
      ...[share, low, high].map(short),
    ]),
  };
  return `certworthSeries(${JSON.stringify(series)});\n`;
}
