-- One row per certificate (every scope), line of certificates or skill (scope all), scope and source that asks for it; thousandths of
-- an ask, as in demand.
-- key: kind, entity, scope, source
SELECT kind, entity, scope, source, sum(asking)::BIGINT AS asking FROM intermediate.asked_source_year GROUP BY ALL
