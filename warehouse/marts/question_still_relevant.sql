-- One row per measure and subject: is a certificate still asked for when the student arrives? Survival: of the certificates
-- that postings asked for at least 30 times in a year, those that kept half of their share, or more, four years later; members, not
-- families, by what postings name. Horizon: what share is expected, one certificate a row, where a forecast was computed.
-- key: measure, subject
-- column measure: kept half, grew by half, lost more than half; or horizon
-- column subject: first and later 12 months, by their last months (2018-12 to 2022-12); or the certificate
-- column measured: what is counted, in one sentence
-- column numerator: certificates that fulfil it; null for a horizon
-- column denominator: certificates asked for in the first year; null for a horizon
-- column share: numerator / denominator, or the share of postings that is expected at the horizon
-- column share_low: lower bound of its 95 % interval: Wilson's, or the forecast's
-- column share_high: upper bound of its 95 % interval
-- column n: what the share rests on: certificates, or postings that ask
-- column share_now: for a horizon the share over the last 12 months
-- column p_below_half: for a horizon the probability that demand is below half of today's
WITH span AS (
  SELECT max(month) AS last_month FROM intermediate.scope_month WHERE scope = 'all'
), family AS (
  SELECT DISTINCT parent AS certificate_id FROM marts.certificate WHERE parent IS NOT NULL
), yearly AS (
  SELECT certificate_id, (date_diff('month', m.month, last_month) // 12)::INTEGER AS years_ago, sum(asking) AS asking,
    sum(asking) / sum(postings) AS share
  FROM marts.certificate_month AS m JOIN marts.certificate AS c USING (certificate_id) ANTI JOIN family USING (certificate_id)
  CROSS JOIN span
  WHERE scope = 'all' AND counted AND demand <> 'skill'
  GROUP BY ALL
), pair AS (
  SELECT after.years_ago, after.share / before.share AS kept
  FROM yearly AS before JOIN yearly AS after
    ON after.certificate_id = before.certificate_id AND before.years_ago = after.years_ago + 4
  WHERE before.asking >= 30
), survival AS (
  SELECT years_ago, count(*) AS n, unnest([
    {measure: 'kept half', k: count(*) FILTER (kept >= 0.5),
      measured: 'Certificates that kept at least half of their share of postings over four years.'},
    {measure: 'grew by half', k: count(*) FILTER (kept >= 1.5),
      measured: 'Certificates whose share of postings grew by half or more over four years.'},
    {measure: 'lost more than half', k: count(*) FILTER (kept < 0.5),
      measured: 'Certificates that lost more than half of their share of postings over four years.'}
  ]) AS row
  FROM pair GROUP BY years_ago
)
SELECT row.measure AS measure,
  strftime(last_month - to_months(12 * (years_ago + 4)), '%Y-%m') || ' to '
    || strftime(last_month - to_months(12 * years_ago), '%Y-%m') AS subject,
  row.measured AS measured, row.k::INTEGER AS numerator, n::INTEGER AS denominator, share_of(row.k, n) AS share,
  wilson_low(row.k, n) AS share_low, wilson_high(row.k, n) AS share_high, n::INTEGER AS n,
  NULL::DOUBLE AS share_now, NULL::DOUBLE AS p_below_half
FROM survival CROSS JOIN span
UNION ALL
SELECT 'horizon', certificate_id, 'Share of postings expected to ask for it at the horizon.', NULL, NULL, horizon_share, horizon_low,
  horizon_high, evidence, share_now, p_below_half
FROM marts.certificate_signal WHERE horizon_share IS NOT NULL
ORDER BY measure, subject
