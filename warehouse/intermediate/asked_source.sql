-- One row per certificate (every scope), line of certificates or skill (scope all), scope and source that asks for it; thousandths of
-- an ask, as in demand.
-- key: kind, entity, scope, source
SELECT 'certificate' AS kind, certificate_id AS entity, scope, source, sum(asking)::BIGINT AS asking
FROM intermediate.demand JOIN intermediate.scope USING (posting_no)
WHERE asking > 0 GROUP BY ALL
UNION ALL
SELECT 'line', certificate_id, scope, source, sum(asking)::BIGINT
FROM intermediate.linked_ask JOIN intermediate.scope USING (posting_no)
WHERE scope = 'all' GROUP BY ALL
UNION ALL
SELECT 'skill', skill_id, scope, source, 1000 * count(*)
FROM intermediate.skill_ask JOIN intermediate.scope USING (posting_no)
WHERE scope = 'all' GROUP BY ALL
