-- Sums over the months of the two periods.
WITH subject AS (
  SELECT 'occupation' AS kind, soc AS subject, source, month, postings FROM aggregates.occupation_month
  UNION ALL
  SELECT kind, entity, source, month, asking FROM aggregates.ask_month WHERE kind = 'skill' AND scope = 'all' AND asking > 0
)
SELECT kind, subject, source::source_name AS source, coalesce(sum(postings) FILTER (month < recent), 0)::BIGINT AS base_k,
  coalesce(sum(postings) FILTER (month >= recent), 0)::BIGINT AS k
FROM subject CROSS JOIN intermediate.compared_period
WHERE month BETWEEN base AND base_end OR month BETWEEN recent AND last_month
GROUP BY ALL
