-- One row per counted certificate: what the series of scope all says of its demand, by the rules of statistics/status.ts.
-- Trends are computed on the raw share, and named only where at least half of the change came about within sources.
-- key: certificate_id
-- column as_of: last month of the series; null where no posting has a date
-- column kind: the kind of demand that it rests on
-- column status: emerging, growing, stable, fading, retired by issuer or insufficient evidence
-- column reasons: every rule with whether it fired, the value and the threshold that it compared
-- column slope_pct_year: Theil-Sen slope of the log-odds of the share, in % a year
-- column slope_low: lower bound of its 95 % interval
-- column slope_high: upper bound of its 95 % interval
-- column p_value: Mann-Kendall test of no trend, corrected for autocorrelation
-- column q_value: p_value after Benjamini-Hochberg over all certificates with enough evidence
-- column change_month: month of a change of level; null in this version
-- column peak_share: highest share of any 12 months in a row
-- column share_now: share over the last 12 months
-- column horizon_share: share expected at the horizon; null in this version
-- column horizon_low: lower bound; null in this version
-- column horizon_high: upper bound; null in this version
-- column p_below_half: probability that demand at the horizon is below half of today's; null in this version
-- column evidence: postings that ask for it over the whole series
-- column employers: distinct employers among them
-- column months: months of the series
SELECT certificate_id, as_of, kind, status, reasons, slope_pct_year, slope_low, slope_high, p_value, q_value,
  NULL::DATE AS change_month, peak_share, share_now, NULL::DOUBLE AS horizon_share, NULL::DOUBLE AS horizon_low,
  NULL::DOUBLE AS horizon_high, NULL::DOUBLE AS p_below_half, evidence, employers, months
FROM intermediate.signal
ORDER BY certificate_id
