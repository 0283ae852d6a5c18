-- One row per skill, scope and month with at least one ask; in scope all, one for every month with postings. Regions are left
-- out. A skill, scope and month without a row had no ask.
-- key: skill_id, scope, month
-- column postings: postings in scope
-- column asking: postings that ask for the skill
-- column share: asking / postings
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
WITH asked AS (
  SELECT skill_id, scope, month, count(*)::INTEGER AS asking
  FROM intermediate.skill_ask JOIN intermediate.scope USING (posting_id)
  WHERE NOT starts_with(scope, 'region:') GROUP BY ALL
), grid AS (
  SELECT skill_id, scope, month FROM asked
  UNION
  SELECT skill_id, scope, month FROM (SELECT DISTINCT skill_id FROM asked) CROSS JOIN intermediate.scope_month WHERE scope = 'all'
)
SELECT skill_id, scope, month, postings, coalesce(asking, 0) AS asking, share_of(coalesce(asking, 0), postings) AS share,
  wilson_low(coalesce(asking, 0), postings) AS share_low, wilson_high(coalesce(asking, 0), postings) AS share_high
FROM grid JOIN intermediate.scope_month USING (scope, month) LEFT JOIN asked USING (skill_id, scope, month)
ORDER BY skill_id, scope, month
