-- One row per lake: the bounds of two periods of 12 months that are compared: the last 12 months, and those 48 months before them or,
-- where data does not go back as far, the first 12. No row where the two would overlap.
WITH span AS (
  SELECT max(month) AS last_month,
    greatest(min(month), (max(month) - INTERVAL 59 MONTH)::DATE) AS base
  FROM intermediate.scope_month WHERE scope = 'all'
)
SELECT base, (base + INTERVAL 11 MONTH)::DATE AS base_end, (last_month - INTERVAL 11 MONTH)::DATE AS recent, last_month
FROM span
WHERE base + INTERVAL 11 MONTH < last_month - INTERVAL 11 MONTH
