-- One row per certificate, scope and month in which it was demanded in any kind, or named without being asked for. Sums of
-- weights are in thousandths: whole numbers do not depend on the order of adding. `weighted`: asks in the weights of mix_cell.
-- Employers and their concentration are those of the asks in the certificate's own kind, where the employer is known; they are
-- counted by hashes, since there are as many groups as asks and names would not fit into memory.
-- key: certificate_id, scope, month
WITH demanded AS (
  SELECT certificate_id, scope, month, sum(asking)::BIGINT AS asking, sum(skill_weight)::BIGINT AS skill,
    (count(*) FILTER (licence))::INTEGER AS licence, sum(asking * weight)::HUGEINT AS weighted,
    (count(*) FILTER (asks))::INTEGER AS asks, (count(*) FILTER (requirement = 'required'))::INTEGER AS required,
    (count(*) FILTER (requirement = 'preferred'))::INTEGER AS preferred,
    (count(*) FILTER (requirement = 'mentioned'))::INTEGER AS mentioned,
    (count(*) FILTER (alternative))::INTEGER AS alternatives,
    (count(*) FILTER (requirement = 'not_required'))::INTEGER AS not_required,
    (count(*) FILTER (requirement = 'employer_provides'))::INTEGER AS employer_provides,
    (count(*) FILTER (requirement = 'obtain_after_hire'))::INTEGER AS obtain_after_hire
  FROM intermediate.demand JOIN intermediate.scope USING (posting_id) JOIN intermediate.mix_cell USING (scope, month, major)
  GROUP BY ALL
), by_employer AS (
  SELECT hash(certificate_id) AS certificate_hash, hash(scope) AS scope_hash, month, hash(employer_key) AS employer, sum(asking) AS asking
  FROM intermediate.demand JOIN intermediate.scope USING (posting_id)
  WHERE asking > 0 AND employer_key IS NOT NULL GROUP BY ALL
), concentration AS (
  SELECT certificate_hash, scope_hash, month, count(*)::INTEGER AS employers,
    sum(asking * asking)::DOUBLE / sum(asking)::DOUBLE ^ 2 AS employer_hhi
  FROM by_employer GROUP BY ALL
)
SELECT demanded.*, coalesce(employers, 0) AS employers, employer_hhi
FROM demanded LEFT JOIN concentration
  ON certificate_hash = hash(certificate_id) AND scope_hash = hash(scope) AND concentration.month = demanded.month
