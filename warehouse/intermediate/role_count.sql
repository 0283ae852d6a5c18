-- One row per occupation or skill and each of the two periods that decomposition_cell compares (the last 12 months, and those
-- 48 months before them or the first 12): its postings among those of sources that were there in both, so that a source that
-- joins or leaves makes no role. No row where the two would overlap.
-- key: kind, subject
WITH span AS (
  SELECT max(month) AS last_month, greatest(min(month), (max(month) - INTERVAL 59 MONTH)::DATE) AS base
  FROM intermediate.scope_month WHERE scope = 'all'
), placed AS (
  SELECT posting_no, source, soc, month > last_month - INTERVAL 12 MONTH AS is_recent,
    strftime(base + INTERVAL 11 MONTH, '%Y-%m') || ' to ' || strftime(last_month, '%Y-%m') AS period
  FROM intermediate.posting CROSS JOIN span
  WHERE counted AND base + INTERVAL 11 MONTH < last_month - INTERVAL 11 MONTH
    AND (month < base + INTERVAL 12 MONTH OR month > last_month - INTERVAL 12 MONTH)
), shared AS (
  SELECT source FROM placed GROUP BY source HAVING bool_or(is_recent) AND NOT bool_and(is_recent)
), compared AS (
  SELECT * FROM placed SEMI JOIN shared USING (source)
), total AS (
  SELECT period, count(*) FILTER (NOT is_recent) AS base_n, count(*) FILTER (is_recent) AS n, count(DISTINCT source) AS sources
  FROM compared GROUP BY period
), subject AS (
  SELECT 'occupation' AS kind, soc AS subject, is_recent FROM compared WHERE soc IS NOT NULL
  UNION ALL
  SELECT 'skill', skill_id, is_recent FROM compared JOIN intermediate.skill_ask USING (posting_no)
)
SELECT kind, subject, period, sources, base_n, n, count(*) FILTER (NOT is_recent) AS base_k, count(*) FILTER (is_recent) AS k
FROM subject CROSS JOIN total
GROUP BY ALL
