-- One row per counted certificate: what the series of scope all says of its demand, by the rules of statistics/status.ts.
-- Where postings come from several sources, trend, level and horizon are of the matched-source share.
-- key: certificate_id
-- column as_of: last month of the series; null where no posting has a date
-- column kind: the kind of demand that it rests on
-- column status: emerging, growing, stable, fading, obsolescent, retired by issuer or insufficient evidence
-- column reasons: every rule with whether it fired, the value and the threshold that it compared
-- column slope_pct_year: Theil-Sen slope of the log-odds of the share, in % a year
-- column slope_low: lower bound of its 95 % interval
-- column slope_high: upper bound of its 95 % interval
-- column p_value: Mann-Kendall test of no trend, corrected for autocorrelation
-- column q_value: p_value after Benjamini-Hochberg over all certificates with enough evidence
-- column change_month: first month of the latest change of level or slope (PELT); null where one line fits, or below 36 months
-- column peak_share: highest share of any 12 months in a row
-- column share_now: share over the last 12 months
-- column share_now_low: lower bound of its 95 % interval, widened where asks come in bursts
-- column share_now_high: upper bound
-- column share_corrected: share_now corrected for the extractor's precision and recall; null where gold data does not measure them
-- column share_corrected_low: lower bound of its 95 % interval, with the uncertainty of precision and recall
-- column share_corrected_high: upper bound
-- column share_shrunk: share_now drawn towards the other children of its family (beta-binomial); null without two of them
-- column share_shrunk_low: lower bound of its 95 % interval
-- column share_shrunk_high: upper bound
-- column shrunk_weight: how many postings the family counts for
-- column horizon_month: last of the 12 months that the horizon is of
-- column horizon_share: share expected over the 12 months that end 48 months after as_of; null below 36 months (others: certificate_horizon)
-- column horizon_low: lower bound of its 95 % interval
-- column horizon_high: upper bound of its 95 % interval
-- column horizon_low_80: lower bound of its 80 % interval
-- column horizon_high_80: upper bound of its 80 % interval
-- column p_below_half: probability that demand at the horizon is below half of today's
-- column evidence: postings that ask for it over the whole series
-- column employers: distinct employers among them
-- column months: months of the series
WITH ahead AS (
  SELECT *, list_filter(horizons, lambda horizon: horizon.months_ahead = 48)[1] AS horizon FROM intermediate.signal
)
SELECT entity AS certificate_id, as_of, kind, status, reasons, slope_pct_year, slope_low, slope_high, p_value, q_value,
  change_month, peak_share, share_now, share_now_low, share_now_high, share_corrected, share_corrected_low, share_corrected_high,
  shrunk.share AS share_shrunk, shrunk.low AS share_shrunk_low, shrunk.high AS share_shrunk_high, shrunk.family_weight AS shrunk_weight,
  CASE WHEN horizon IS NOT NULL THEN (as_of + INTERVAL 48 MONTH)::DATE END AS horizon_month,
  horizon.share AS horizon_share, horizon.low_95 AS horizon_low, horizon.high_95 AS horizon_high,
  horizon.low_80 AS horizon_low_80, horizon.high_80 AS horizon_high_80, horizon.p_below_half AS p_below_half, evidence, employers, months
FROM ahead
ORDER BY certificate_id
