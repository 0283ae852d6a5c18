-- One row per certificate, scope and month in which it was demanded in any kind, or named without being asked for. Sums of
-- weights are in thousandths: whole numbers do not depend on the order of adding. `weighted`: asks in the weights of mix_cell.
-- Employers and their concentration are those of the asks in the certificate's own kind, where the employer is known.
-- key: certificate_id, scope, month
WITH demanded AS (
  SELECT hash(certificate_id) AS certificate, slot, sum(asking)::BIGINT AS asking, sum(skill_weight)::BIGINT AS skill,
    (count(*) FILTER (licence))::INTEGER AS licence, sum(asking * weight)::HUGEINT AS weighted,
    (count(*) FILTER (asks))::INTEGER AS asks, (count(*) FILTER (requirement = 'required'))::INTEGER AS required,
    (count(*) FILTER (requirement = 'preferred'))::INTEGER AS preferred,
    (count(*) FILTER (requirement = 'mentioned'))::INTEGER AS mentioned,
    (count(*) FILTER (alternative))::INTEGER AS alternatives,
    (count(*) FILTER (requirement = 'not_required'))::INTEGER AS not_required,
    (count(*) FILTER (requirement = 'employer_provides'))::INTEGER AS employer_provides,
    (count(*) FILTER (requirement = 'obtain_after_hire'))::INTEGER AS obtain_after_hire
  FROM intermediate.demand JOIN intermediate.scope USING (posting_id) JOIN intermediate.mix_cell USING (cell)
  GROUP BY ALL
), by_employer AS (
  SELECT hash(certificate_id) AS certificate, slot, employer, sum(asking) AS asking
  FROM intermediate.demand JOIN intermediate.scope USING (posting_id)
  WHERE asking > 0 AND employer IS NOT NULL GROUP BY ALL
), concentration AS (
  SELECT certificate, slot, count(*)::INTEGER AS employers, sum(asking * asking)::DOUBLE / sum(asking)::DOUBLE ^ 2 AS employer_hhi
  FROM by_employer GROUP BY ALL
)
SELECT certificate_id, scope, month, demanded.* EXCLUDE (certificate, slot), coalesce(employers, 0) AS employers, employer_hhi
FROM demanded LEFT JOIN concentration USING (certificate, slot)
JOIN (SELECT certificate_id, hash(certificate_id) AS certificate FROM staging.certificate) USING (certificate)
JOIN (SELECT scope, month, hash(scope, month) AS slot FROM intermediate.scope_month) USING (slot)
