-- Sums of the asks of occupation groups; what is left of a source's asks is of no group.
WITH asked AS (
  SELECT entity, source, month, split_part(scope, ':', 2) AS major, demand AS asking FROM aggregates.ask_month
  WHERE kind = 'certificate' AND demand > 0 AND starts_with(scope, 'soc:')
  UNION ALL
  SELECT entity, source, month, '', CASE scope WHEN 'all' THEN demand ELSE -demand END FROM aggregates.ask_month
  WHERE kind = 'certificate' AND demand > 0 AND (scope = 'all' OR starts_with(scope, 'soc:'))
)
SELECT entity::entity_id AS certificate_id, source::source_name AS source, major,
  coalesce(sum(asking) FILTER (month < recent), 0)::BIGINT AS a0, coalesce(sum(asking) FILTER (month >= recent), 0)::BIGINT AS a1
FROM asked CROSS JOIN intermediate.compared_period
WHERE month BETWEEN base AND base_end OR month BETWEEN recent AND last_month
GROUP BY ALL HAVING a0 + a1 > 0
