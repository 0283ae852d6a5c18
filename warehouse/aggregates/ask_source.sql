-- One row per certificate (every scope) or skill (scope all), scope and source that asks for it; thousandths of asks.
-- key: kind, entity, scope, source
-- slices: month
SELECT 'certificate' AS kind, certificate_id AS entity, scope, source, sum(asking)::BIGINT AS asking
FROM aggregates.posting_demand JOIN aggregates.posting_scope USING (posting_id)
WHERE asking > 0
GROUP BY certificate_id, scope, source
UNION ALL
SELECT kind, entity, 'all', source, 1000 * count(*)
FROM aggregates.posting_ask JOIN aggregates.counted_posting USING (posting_id)
WHERE kind = 'skill' AND level <= 3 AND month IS NOT NULL
GROUP BY kind, entity, source
