-- One row per certificate, source and occupation group that asked for it in the first or the second of the two periods of
-- compared_period. weight_: the source's part of all postings; mix_: the occupation's part of the source; rate_: share
-- that asks. What was not observed is taken as unchanged: a source of one period has that period's mix and rates in both, an
-- occupation that a source lacks in one period has the other period's rate; so only their weights differ.
-- key: certificate_id, source, major
-- relation: view
WITH weighted AS (
  SELECT source, major, n0, n1, sum(n0) OVER by_source AS s0, sum(n1) OVER by_source AS s1,
    sum(n0) OVER () AS t0, sum(n1) OVER () AS t1
  FROM intermediate.compared_count WINDOW by_source AS (PARTITION BY source)
)
SELECT certificate_id, source, major,
  s0 / t0 AS weight_0, s1 / t1 AS weight_1,
  CASE WHEN s0 > 0 THEN n0 / s0 ELSE n1 / s1 END AS mix_0, CASE WHEN s1 > 0 THEN n1 / s1 ELSE n0 / s0 END AS mix_1,
  CASE WHEN n0 > 0 THEN a0 / (1000.0 * n0) ELSE a1 / (1000.0 * n1) END AS rate_0,
  CASE WHEN n1 > 0 THEN a1 / (1000.0 * n1) ELSE a0 / (1000.0 * n0) END AS rate_1
FROM intermediate.compared_ask JOIN weighted USING (source, major)
WHERE t0 > 0 AND t1 > 0
