-- One row per certificate, scope and month in which it was demanded in any kind, or named without being asked for. Sums of
-- weights are in thousandths: whole numbers do not depend on the order of adding.
-- Employers and their concentration are those of the asks in the certificate's own kind, where the employer is known.
-- slices: month
-- key: certificate_id, scope, month
WITH demanded AS (
  SELECT certificate_id, scope.scope, scope.month, sum(asking)::BIGINT AS asking, sum(skill_weight)::BIGINT AS skill,
    (count(*) FILTER (licence))::INTEGER AS licence,
    (count(*) FILTER (asks))::INTEGER AS asks, (count(*) FILTER (requirement = 'required'::requirement_level))::INTEGER AS required,
    (count(*) FILTER (requirement = 'preferred'::requirement_level))::INTEGER AS preferred,
    (count(*) FILTER (requirement = 'mentioned'::requirement_level))::INTEGER AS mentioned,
    (count(*) FILTER (alternative))::INTEGER AS alternatives,
    (count(*) FILTER (requirement = 'not_required'::requirement_level))::INTEGER AS not_required,
    (count(*) FILTER (requirement = 'employer_provides'::requirement_level))::INTEGER AS employer_provides,
    (count(*) FILTER (requirement = 'obtain_after_hire'::requirement_level))::INTEGER AS obtain_after_hire
  FROM intermediate.demand JOIN intermediate.scope USING (posting_no)
  GROUP BY ALL
), by_employer AS (
  SELECT certificate_id, scope, month, employer_no, sum(asking)::BIGINT AS asking
  FROM intermediate.demand JOIN intermediate.scope USING (posting_no)
  WHERE asking > 0 AND employer_no IS NOT NULL GROUP BY ALL
), concentration AS (
  SELECT certificate_id, scope, month, count(*)::INTEGER AS employers, sum(asking * asking)::DOUBLE / sum(asking)::DOUBLE ^ 2 AS employer_hhi
  FROM by_employer GROUP BY ALL
)
SELECT demanded.*, coalesce(employers, 0) AS employers, employer_hhi
FROM demanded LEFT JOIN concentration USING (certificate_id, scope, month)
