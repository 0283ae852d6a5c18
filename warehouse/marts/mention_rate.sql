-- One row per certificate and source that names it: how many of 1,000 postings name it in the source's latest month, against the
-- twelve months before. A jump is more often a change of the source or of the reading than of the market.
-- Standard error: of the difference of two shares at their pooled share, widened where the months before differed by more than
-- chance; a month that does not name it is off by all that it should have. At 4 standard errors chance alone calls one comparison in
-- 16,000, so fewer than one false call in 20 sites of 800 comparisons.
-- key: certificate_id, source
-- column month: the source's latest month
-- column postings: its postings in that month that were read
-- column naming: those that name the certificate, at any requirement level
-- column rate: naming per 1,000 postings
-- column months_before: months with postings among the twelve before
-- column postings_before: postings in those months
-- column naming_before: those that name the certificate
-- column rate_before: naming_before per 1,000 postings_before
-- column dispersion: variance between the months before over what chance gives, at least 1
-- column z: difference of the rates in standard errors
-- column compared: true where at least 30 postings name it, or should at the pooled rate, and three months come before
-- column drifted: compared, and beyond 4 standard errors
WITH size AS (
  SELECT source, max(month) AS month, sum(postings) FILTER (is_latest)::DOUBLE AS n1,
    coalesce(sum(postings) FILTER (NOT is_latest), 0)::DOUBLE AS n0, count(*) FILTER (NOT is_latest) AS months_before
  FROM intermediate.source_period GROUP BY source
), named AS (
  SELECT certificate_id, source, is_latest, postings, naming
  FROM intermediate.mention_month JOIN intermediate.source_period USING (source, month)
), total AS (
  SELECT certificate_id, source, month, n1, n0, months_before, k1, k0
  FROM (
    SELECT certificate_id, source, coalesce(sum(naming) FILTER (is_latest), 0)::DOUBLE AS k1,
      coalesce(sum(naming) FILTER (NOT is_latest), 0)::DOUBLE AS k0
    FROM named GROUP BY ALL
  ) JOIN size USING (source)
), off AS (
  SELECT certificate_id, source, sum((naming - postings * k0 / n0) ^ 2 / (postings * k0 / n0 * (1 - k0 / n0))) AS named,
    sum(postings) AS postings_named
  FROM named JOIN total USING (certificate_id, source)
  WHERE NOT is_latest AND k0 > 0 AND k0 < n0 AND months_before > 1
  GROUP BY ALL
), spread AS (
  SELECT certificate_id, source, (named + (n0 - postings_named) * k0 / (n0 - k0)) / (months_before - 1) AS ratio
  FROM off JOIN total USING (certificate_id, source)
), test AS (
  SELECT *, greatest(coalesce(ratio, 1), 1) AS dispersion, (k1 + k0) / (n1 + n0) AS pooled
  FROM total LEFT JOIN spread USING (certificate_id, source)
), scored AS (
  SELECT *, months_before >= 3 AND greatest(n1 * pooled, k1) >= 30 AS compared,
    CASE WHEN n0 > 0 AND pooled > 0 AND pooled < 1
      THEN (k1 / n1 - k0 / n0) / sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n0) * dispersion) END AS z
  FROM test
)
SELECT certificate_id, source, month, n1::INTEGER AS postings, k1::INTEGER AS naming, 1000 * k1 / n1 AS rate,
  months_before::INTEGER AS months_before, n0::INTEGER AS postings_before, k0::INTEGER AS naming_before,
  1000 * share_of(k0, n0) AS rate_before, round(dispersion, 6) AS dispersion, round(z, 6) AS z, compared,
  compared AND abs(coalesce(z, 0)) > 4 AS drifted
FROM scored
ORDER BY certificate_id, source
