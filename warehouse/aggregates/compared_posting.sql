-- One row per counted posting in one of the two periods of intermediate.compared_period, and in which of them: 0 or 1.
-- key: posting_id
WITH span AS (
  SELECT max(month) AS last_month, greatest(min(month), (max(month) - INTERVAL 59 MONTH)::DATE) AS base
  FROM aggregates.counted_posting
), bounds AS (
  SELECT base, (base + INTERVAL 11 MONTH)::DATE AS base_end, (last_month - INTERVAL 11 MONTH)::DATE AS recent, last_month FROM span
)
SELECT posting_id, source, major, soc, CASE WHEN month >= recent THEN 1 ELSE 0 END AS period
FROM aggregates.counted_posting CROSS JOIN bounds
WHERE base_end < recent AND (month BETWEEN base AND base_end OR month BETWEEN recent AND last_month)
