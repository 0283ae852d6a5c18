-- One row per certificate, source and occupation group that asked for it in the first or the second of two periods of 12
-- months: the last 12 months, and those 48 months before them or, where data does not go back as far, the first 12. No row
-- where the two would overlap. weight_: the source's part of all postings; mix_: the occupation's part of the source; rate_: share
-- that asks. What was not observed is taken as unchanged: a source of one period has that period's mix and rates in both, an
-- occupation that a source lacks in one period has the other period's rate; so only their weights differ.
-- key: certificate_id, source, major
WITH span AS (
  SELECT max(month) AS last_month,
    greatest(min(month), (max(month) - INTERVAL 59 MONTH)::DATE) AS base
  FROM intermediate.scope_month WHERE scope = 'all'
), bounds AS (
  SELECT base, (base + INTERVAL 11 MONTH)::DATE AS base_end, (last_month - INTERVAL 11 MONTH)::DATE AS recent, last_month
  FROM span
  WHERE base + INTERVAL 11 MONTH < last_month - INTERVAL 11 MONTH
), placed AS (
  SELECT posting_no, source, coalesce(major, '') AS major, (month >= recent)::INTEGER AS period
  FROM intermediate.posting CROSS JOIN bounds
  WHERE counted AND (month BETWEEN base AND base_end OR month BETWEEN recent AND last_month)
), cell AS (
  SELECT source, major, count(*) FILTER (period = 0) AS n0, count(*) FILTER (period = 1) AS n1 FROM placed GROUP BY ALL
), weighted AS (
  SELECT source, major, n0, n1, sum(n0) OVER by_source AS s0, sum(n1) OVER by_source AS s1,
    sum(n0) OVER () AS t0, sum(n1) OVER () AS t1
  FROM cell WINDOW by_source AS (PARTITION BY source)
), asked AS (
  SELECT certificate_id, source, major,
    coalesce(sum(asking) FILTER (period = 0), 0)::BIGINT AS a0, coalesce(sum(asking) FILTER (period = 1), 0)::BIGINT AS a1
  FROM intermediate.demand JOIN placed USING (posting_no)
  WHERE asking > 0 GROUP BY ALL
)
SELECT certificate_id, source, major,
  strftime(base, '%Y-%m') || '..' || strftime(base_end, '%Y-%m') || ' to '
    || strftime(recent, '%Y-%m') || '..' || strftime(last_month, '%Y-%m') AS period,
  s0 / t0 AS weight_0, s1 / t1 AS weight_1,
  CASE WHEN s0 > 0 THEN n0 / s0 ELSE n1 / s1 END AS mix_0, CASE WHEN s1 > 0 THEN n1 / s1 ELSE n0 / s0 END AS mix_1,
  CASE WHEN n0 > 0 THEN a0 / (1000.0 * n0) ELSE a1 / (1000.0 * n1) END AS rate_0,
  CASE WHEN n1 > 0 THEN a1 / (1000.0 * n1) ELSE a0 / (1000.0 * n0) END AS rate_1
FROM asked JOIN weighted USING (source, major) CROSS JOIN bounds
WHERE t0 > 0 AND t1 > 0
