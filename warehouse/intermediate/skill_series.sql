-- One row per skill, scope and month with at least one ask. Regions are left out.
-- slices: month
-- key: skill_id, scope, month
SELECT skill_id, scope, month, count(*)::INTEGER AS asking
FROM intermediate.skill_ask JOIN intermediate.scope USING (posting_no)
WHERE NOT starts_with(scope, 'region:') GROUP BY ALL
