-- One row per skill: the change of its share between two periods of 12 months (the last, and that of 48 months before or, where data
-- does not go back as far, the first), and the part of it that came about within sources: by the Shapley value over the weight of each
-- source and its rate, where a source of one period only is taken to have had that period's rate in both.
-- key: skill_id
WITH span AS (
  SELECT max(month) AS last_month, greatest(min(month), (max(month) - INTERVAL 59 MONTH)::DATE) AS base
  FROM intermediate.scope_month WHERE scope = 'all'
), placed AS (
  SELECT posting_id, source, (month > base + INTERVAL 11 MONTH)::INTEGER AS period
  FROM intermediate.posting CROSS JOIN span
  WHERE counted AND base + INTERVAL 11 MONTH < last_month - INTERVAL 11 MONTH
    AND (month <= base + INTERVAL 11 MONTH AND month >= base OR month >= last_month - INTERVAL 11 MONTH)
), source AS (
  SELECT source, count(*) FILTER (period = 0) AS n0, count(*) FILTER (period = 1) AS n1,
    sum(n0) OVER () AS t0, sum(n1) OVER () AS t1
  FROM placed GROUP BY source
), asked AS (
  SELECT skill_id, source, count(*) FILTER (period = 0) AS a0, count(*) FILTER (period = 1) AS a1
  FROM intermediate.skill_ask JOIN placed USING (posting_id) GROUP BY ALL
), rate AS (
  SELECT skill_id, n0 / t0 AS weight_0, n1 / t1 AS weight_1,
    CASE WHEN n0 > 0 THEN a0 / n0 ELSE a1 / n1 END AS rate_0, CASE WHEN n1 > 0 THEN a1 / n1 ELSE a0 / n0 END AS rate_1
  FROM asked JOIN source USING (source) WHERE t0 > 0 AND t1 > 0
)
SELECT skill_id, sum(weight_1 * rate_1 - weight_0 * rate_0) AS change,
  sum((rate_1 - rate_0) * (weight_0 + weight_1) / 2) AS change_within_sources
FROM rate GROUP BY skill_id
