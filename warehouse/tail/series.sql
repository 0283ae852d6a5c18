-- As the aggregates counted them; employers and their concentration were counted apart.
SELECT entity::entity_id AS certificate_id, scope::scope_name AS scope, month, demand AS asking, skill, licence, a.asking AS asks, required,
  preferred, mentioned, alternatives, not_required, employer_provides, obtain_after_hire, coalesce(employers, 0) AS employers,
  squares::DOUBLE / e.asking::DOUBLE ^ 2 AS employer_hhi
FROM aggregates.ask_month AS a LEFT JOIN (
  SELECT certificate_id AS entity, scope, month, employers, asking, squares FROM aggregates.employer_month
) AS e USING (entity, scope, month)
WHERE kind = 'certificate'
