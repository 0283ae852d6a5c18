-- One row per certificate, line of certificates or skill, scope and source (as matched) that asks for it, as in asked_source.
-- key: kind, entity, scope, source
SELECT kind, entity, scope, stands_as AS source, sum(asking)::BIGINT AS asking
FROM intermediate.asked_source JOIN intermediate.matched_source USING (scope, source)
GROUP BY ALL
