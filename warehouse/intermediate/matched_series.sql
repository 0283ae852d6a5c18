-- One row per certificate, line of certificates that followed each other (`line`, by the last) or skill, scope and month with asks, in thousandths: the series that sources are matched in.
-- key: kind, entity, scope, month
-- relation: view
SELECT 'certificate'::series_kind AS kind, certificate_id AS entity, scope, month, asking FROM intermediate.series WHERE asking > 0
UNION ALL
SELECT 'line'::series_kind, certificate_id, 'all'::scope_name, month, asking FROM intermediate.linked_series
UNION ALL
SELECT 'skill'::series_kind, skill_id, scope, month, 1000 * asking FROM intermediate.skill_series WHERE scope = 'all'
