-- Sums over sources; employers and their concentration cannot be added up, and were counted apart.
WITH demanded AS (
  SELECT entity AS certificate_id, scope, month, sum(demand)::BIGINT AS asking, sum(skill)::BIGINT AS skill,
    sum(licence)::INTEGER AS licence, sum(asking)::INTEGER AS asks, sum(required)::INTEGER AS required,
    sum(preferred)::INTEGER AS preferred, sum(mentioned)::INTEGER AS mentioned, sum(alternatives)::INTEGER AS alternatives,
    sum(not_required)::INTEGER AS not_required, sum(employer_provides)::INTEGER AS employer_provides,
    sum(obtain_after_hire)::INTEGER AS obtain_after_hire
  FROM aggregates.ask_month WHERE kind = 'certificate' GROUP BY ALL
)
SELECT demanded.* REPLACE (certificate_id::entity_id AS certificate_id, scope::scope_name AS scope), coalesce(employers, 0) AS employers,
  squares::DOUBLE / e.asking::DOUBLE ^ 2 AS employer_hhi
FROM demanded LEFT JOIN aggregates.employer_month AS e USING (certificate_id, scope, month)
