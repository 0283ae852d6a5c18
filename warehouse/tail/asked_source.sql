-- Sums over months.
SELECT kind, entity::entity_id AS entity, scope::scope_name AS scope, source::source_name AS source, sum(demand)::BIGINT AS asking
FROM aggregates.ask_month WHERE demand > 0 AND (kind = 'certificate' OR scope = 'all') GROUP BY ALL
UNION ALL
SELECT 'line', certificate_id::entity_id, 'all'::scope_name, source::source_name, sum(asking)::BIGINT
FROM aggregates.line_month GROUP BY ALL
