import type { Reason } from "../models/signal.js";
import { type Counted, type Point, point } from "./series.js";

/** One certificate with its signal, its last twelve months and its quarters: what lists and headings show. */
export interface Summary {
  certificate_id: string;
  name: string;
  issuer: string | null;
  type: string;
  level: string | null;
  k12: string;
  cluster_name: string | null;
  issuer_status: string | null;
  retired_on: string | null;
  successor: string | null;
  parent: string | null;
  demand: string;
  counted: boolean;
  renewal_years: number | null;
  note: string | null;
  status: string | null;
  reasons: Reason[] | null;
  slope_pct_year: number | null;
  slope_low: number | null;
  slope_high: number | null;
  evidence: number | null;
  employers: number | null;
  months: number | null;
  recent_postings: number | null;
  recent_asking: number | null;
  quarters: Counted[] | null;
}

/** Key: certificate_id. "Recent" is the twelve months that end with `meta.as_of`, over all postings. */
export const SUMMARY_SQL = `
  WITH as_of AS (SELECT CAST(value AS DATE) AS month FROM marts.meta WHERE key = 'as_of'),
  signal AS (
    SELECT * FROM marts.certificate_signal QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY as_of DESC) = 1
  ),
  recent AS (
    SELECT certificate_id, sum(m.postings)::DOUBLE AS recent_postings, sum(m.asking)::DOUBLE AS recent_asking
    FROM marts.certificate_month m, as_of
    WHERE scope = 'all' AND m.month > as_of.month - INTERVAL 12 MONTH AND m.month <= as_of.month
    GROUP BY certificate_id
  ),
  quarter AS (
    SELECT certificate_id, date_trunc('quarter', month)::DATE AS date, sum(postings)::DOUBLE AS postings, sum(asking)::DOUBLE AS asking
    FROM marts.certificate_month WHERE scope = 'all' GROUP BY ALL
  ),
  quarters AS (
    SELECT certificate_id, list({'date': CAST(date AS VARCHAR), 'postings': postings, 'asking': asking} ORDER BY date) AS quarters
    FROM quarter GROUP BY certificate_id
  )
  SELECT c.certificate_id, c.name, c.issuer, c.type, c.level, c.k12, c.cluster_name, c.issuer_status, CAST(c.retired_on AS VARCHAR) AS retired_on,
    c.successor, c.parent, c.demand, c.counted, c.renewal_years::DOUBLE AS renewal_years, c.note, s.status, s.reasons, s.slope_pct_year,
    s.slope_low, s.slope_high, s.evidence::DOUBLE AS evidence, s.employers::DOUBLE AS employers, s.months::DOUBLE AS months,
    r.recent_postings, r.recent_asking, q.quarters
  FROM marts.certificate c
  LEFT JOIN signal s USING (certificate_id)
  LEFT JOIN recent r USING (certificate_id)
  LEFT JOIN quarters q USING (certificate_id)
  ORDER BY c.name, c.certificate_id`;

/** Its share over the last twelve months, or null where no posting of those months could be counted. */
export function recentShare({ recent_postings, recent_asking }: Summary): Point | null {
  if (recent_postings === null || recent_asking === null || recent_postings === 0) return null;
  return point({ date: "", postings: recent_postings, asking: recent_asking });
}

/** Whether its evidence carries a trend: the only case in which a line or an arrow is drawn. */
export const hasTrend = ({ status, slope_pct_year }: Summary): boolean =>
  status !== null && status !== "insufficient evidence" && slope_pct_year !== null;

export const certificatePath = (id: string): string => `certificate/${id}.html`;
