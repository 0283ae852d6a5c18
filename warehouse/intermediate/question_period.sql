-- One row per period that the questions are asked of, and month that is of it: the whole series, and its last 12 months.
-- key: period, month
WITH span AS (
  SELECT month, max(month) OVER () AS last_month FROM intermediate.scope_month WHERE scope = 'all'
)
SELECT 'whole series' AS period, month FROM span
UNION ALL
SELECT 'last 12 months', month FROM span WHERE month > last_month - INTERVAL 12 MONTH
