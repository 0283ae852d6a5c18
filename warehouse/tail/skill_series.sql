-- As the aggregates counted them. Regions are left out.
SELECT entity::entity_id AS skill_id, scope::scope_name AS scope, month, asking
FROM aggregates.ask_month WHERE kind = 'skill' AND asking > 0 AND NOT starts_with(scope, 'region:')
