-- One row per skill, scope and month with at least one ask; in scope all, one for every month with postings. Regions are left
-- out. A skill, scope and month without a row had no ask.
-- key: skill_id, scope, month
-- column postings: postings in scope
-- column asking: postings that ask for the skill
-- column share: asking / postings
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column share_matched: share when every source keeps its own rate, at the level of the latest year; scope all only
WITH grid AS (
  SELECT skill_id, scope, month FROM intermediate.skill_series
  UNION
  SELECT skill_id, scope, month
  FROM (SELECT DISTINCT skill_id FROM intermediate.skill_series) CROSS JOIN intermediate.scope_month WHERE scope = 'all'
)
SELECT skill_id, grid.scope, grid.month, postings, coalesce(asking, 0) AS asking, share_of(coalesce(asking, 0), postings) AS share,
  wilson_low(coalesce(asking, 0), postings) AS share_low, wilson_high(coalesce(asking, 0), postings) AS share_high,
  share_matched
FROM grid JOIN intermediate.scope_month USING (scope, month) LEFT JOIN intermediate.skill_series USING (skill_id, scope, month)
LEFT JOIN intermediate.matched AS m ON m.kind = 'skill' AND m.entity = skill_id AND m.scope = grid.scope AND m.month = grid.month
ORDER BY skill_id, grid.scope, grid.month
