-- One row per skill that any posting asks for: what its signal is computed from. Months count from year 0; `asking_matched` and
-- `sources` as in signal_input.
-- key: skill_id
WITH month AS (
  SELECT month, (year(month) * 12 + month(month) - 1)::INTEGER AS number, postings
  FROM intermediate.scope_month WHERE scope = 'all'
), asked AS (
  SELECT skill_id, month, asking FROM intermediate.skill_series WHERE scope = 'all'
), employer AS (
  SELECT entity::entity_id AS skill_id, employers FROM intermediate.employer_count WHERE kind = 'skill'
), matched AS (
  SELECT entity AS skill_id, month, share_matched FROM intermediate.matched WHERE kind = 'skill' AND scope = 'all'
), monthly AS (
  SELECT skill_id, list({month: number, asking: coalesce(asking, 0)::DOUBLE, asking_matched: share_matched * postings,
    postings: postings} ORDER BY number) AS months
  FROM employer CROSS JOIN month LEFT JOIN asked USING (skill_id, month) LEFT JOIN matched USING (skill_id, month) GROUP BY ALL
)
SELECT skill_id, (SELECT max(month) FROM month)::VARCHAR AS as_of, employers,
  (SELECT count(DISTINCT source) FROM intermediate.source_month WHERE scope = 'all')::INTEGER AS sources, months
FROM employer JOIN monthly USING (skill_id)
ORDER BY skill_id
