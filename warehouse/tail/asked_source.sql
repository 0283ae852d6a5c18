-- As the aggregates counted them, over all years as if they were one; those of lines are sums over months.
SELECT kind::series_kind AS kind, entity::entity_id AS entity, scope::scope_name AS scope, source::source_name AS source, 0 AS year, asking
FROM aggregates.ask_source
UNION ALL
SELECT 'line'::series_kind, certificate_id::entity_id, 'all'::scope_name, source::source_name, 0, sum(asking)::BIGINT
FROM aggregates.line_month GROUP BY ALL
