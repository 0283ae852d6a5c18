-- One row per skill that any posting asks for: what its signal is computed from. Months count from year 0.
-- key: skill_id
WITH month AS (
  SELECT month, (year(month) * 12 + month(month) - 1)::INTEGER AS number, postings
  FROM intermediate.scope_month WHERE scope = 'all'
), asked AS (
  SELECT skill_id, month, count(*)::INTEGER AS asking
  FROM intermediate.skill_ask JOIN intermediate.scope USING (posting_id) WHERE scope = 'all' GROUP BY ALL
), employer AS (
  SELECT skill_id, count(DISTINCT employer_key)::INTEGER AS employers
  FROM intermediate.skill_ask JOIN intermediate.scope USING (posting_id) WHERE scope = 'all' GROUP BY ALL
), monthly AS (
  SELECT skill_id, list({month: number, asking: coalesce(asking, 0)::DOUBLE, postings: postings} ORDER BY number) AS months
  FROM employer CROSS JOIN month LEFT JOIN asked USING (skill_id, month) GROUP BY ALL
)
SELECT skill_id, (SELECT max(month) FROM month)::VARCHAR AS as_of, employers, change, change_within_sources, months
FROM employer JOIN monthly USING (skill_id) LEFT JOIN intermediate.skill_change USING (skill_id)
ORDER BY skill_id
