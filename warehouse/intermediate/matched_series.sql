-- One row per certificate, line of certificates that followed each other (`line`, by the last) or skill, scope and month with asks, in thousandths: the series that sources are matched in.
-- `series` numbers the series.
-- key: series, month
SELECT kind, entity, scope, month, asking, dense_rank() OVER (ORDER BY kind, entity, scope)::INTEGER AS series
FROM (
  SELECT 'certificate' AS kind, certificate_id AS entity, scope, month, asking FROM intermediate.series WHERE asking > 0
  UNION ALL
  SELECT 'line', certificate_id, 'all', month, asking FROM intermediate.linked_series
  UNION ALL
  SELECT 'skill', skill_id, scope, month, 1000 * asking FROM intermediate.skill_series WHERE scope = 'all'
)
