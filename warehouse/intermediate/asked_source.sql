-- One row per certificate (every scope), line of certificates or skill (scope all), scope and source that asks for it, and year; thousandths
-- of an ask, as in demand.
-- slices: year
-- key: kind, entity, scope, source, year
WITH asked AS (
  SELECT 'certificate'::series_kind AS kind, certificate_id AS entity, scope, source, year(month)::INTEGER AS year, asking
  FROM intermediate.demand JOIN intermediate.scope USING (posting_no) WHERE asking > 0
  UNION ALL
  SELECT 'line'::series_kind, certificate_id, scope, source, year(month)::INTEGER, asking
  FROM intermediate.linked_ask JOIN intermediate.scope USING (posting_no) WHERE scope = 'all'
  UNION ALL
  SELECT 'skill'::series_kind, skill_id, scope, source, year(month)::INTEGER, 1000
  FROM intermediate.skill_ask JOIN intermediate.scope USING (posting_no) WHERE scope = 'all'
)
SELECT kind, entity, scope, source, year, sum(asking)::BIGINT AS asking FROM asked GROUP BY ALL
