-- One row per occupation or skill and each of the two periods of compared_period: its postings among those of sources that were there
-- in both, so that a source that joins or leaves makes no role.
-- key: kind, subject
WITH shared AS (
  SELECT source, sum(n0) AS base_n, sum(n1) AS n FROM intermediate.compared_count
  GROUP BY source HAVING sum(n0) > 0 AND sum(n1) > 0
), total AS (
  SELECT strftime(base_end, '%Y-%m') || ' to ' || strftime(last_month, '%Y-%m') AS period,
    sum(base_n)::BIGINT AS base_n, sum(n)::BIGINT AS n, count(*) AS sources
  FROM shared CROSS JOIN intermediate.compared_period GROUP BY period
)
SELECT kind, subject, period, sources, base_n, n, sum(base_k)::BIGINT AS base_k, sum(k)::BIGINT AS k
FROM intermediate.compared_role SEMI JOIN shared USING (source) CROSS JOIN total
GROUP BY ALL
