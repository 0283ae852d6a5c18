-- One row per occupation or skill and source: counted postings for it in the first and in the second of the two periods compared.
-- key: kind, subject, source
-- slices: month
WITH role AS (
  SELECT 'occupation' AS kind, soc AS subject, source, period FROM aggregates.compared_posting WHERE soc IS NOT NULL
  UNION ALL
  SELECT kind, entity, source, period FROM aggregates.posting_ask JOIN aggregates.compared_posting USING (posting_id)
  WHERE kind = 'skill' AND level <= 3
)
SELECT kind, subject, source, count(*) FILTER (WHERE period = 0) AS base_k, count(*) FILTER (WHERE period = 1) AS k
FROM role
GROUP BY kind, subject, source
