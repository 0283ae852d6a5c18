-- One row per issuer and month of scope all: postings that ask for at least one of its counted certificates, each posting once. A
-- month without asks is a row of zero.
-- key: issuer, month
-- column certificates: its counted certificates in the taxonomy
-- column postings: denominator: postings of the month
-- column asking: postings that ask for at least one; where only skill-implied, the greatest weight
-- column share: asking / postings
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
WITH issued AS (
  SELECT issuer, certificate_id FROM staging.certificate WHERE counted AND issuer <> ''
), grid AS (
  SELECT issuer, certificates, month, postings
  FROM (SELECT issuer, count(*)::INTEGER AS certificates FROM issued SEMI JOIN intermediate.issuer_series USING (issuer) GROUP BY ALL)
  CROSS JOIN intermediate.scope_month WHERE scope = 'all'
)
SELECT issuer, month, certificates, postings, coalesce(asked.asking, 0) / 1000.0::DOUBLE AS asking,
  share_of(coalesce(asked.asking, 0), 1000.0 * postings) AS share,
  wilson_low(coalesce(asked.asking, 0) / 1000.0::DOUBLE, postings) AS share_low,
  wilson_high(coalesce(asked.asking, 0) / 1000.0::DOUBLE, postings) AS share_high
FROM grid LEFT JOIN intermediate.issuer_series AS asked USING (issuer, month)
ORDER BY issuer, month
