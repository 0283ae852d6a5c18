-- As the aggregates counted them; those of lines are sums over months.
SELECT kind, entity::entity_id AS entity, scope::scope_name AS scope, source::source_name AS source, asking FROM aggregates.ask_source
UNION ALL
SELECT 'line', certificate_id::entity_id, 'all'::scope_name, source::source_name, sum(asking)::BIGINT
FROM aggregates.line_month GROUP BY ALL
