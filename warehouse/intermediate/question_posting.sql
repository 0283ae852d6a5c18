-- One row per counted and dated posting: what it asks for, side by side, and where it is counted by the questions: `scopes`
-- all, entry and internship; `periods` the whole series and, where it is of them, its last 12 months.
-- key: posting_id
WITH certified AS (
  SELECT posting_id, min(requirement_rank(requirement)) AS rank
  FROM intermediate.explicit_ask JOIN staging.certificate USING (certificate_id)
  WHERE asks AND counted GROUP BY ALL
), soft AS (
  SELECT DISTINCT posting_id FROM intermediate.skill_ask JOIN staging.skill USING (skill_id) WHERE kind = 'soft'
), span AS (
  SELECT max(month) AS last_month FROM intermediate.scope_month WHERE scope = 'all'
)
SELECT p.posting_id, p.month, p.soc, p.major, p.employer_key, p.pay_year, p.pay_currency,
  ['all'] || CASE WHEN seniority IN ('entry', 'internship') THEN [seniority] ELSE [] END AS scopes,
  ['whole series'] || CASE WHEN p.month > last_month - INTERVAL 12 MONTH THEN ['last 12 months'] ELSE [] END AS periods,
  certified.rank IS NOT NULL AS certificate, coalesce(certified.rank = 1, false) AS certificate_required,
  coalesce(p.experience_min > 0, false) AS experience,
  coalesce(p.education IN ('associate', 'bachelor', 'master', 'doctorate'), false) AS degree,
  soft.posting_id IS NOT NULL AS soft_skills, p.equivalent_experience
FROM intermediate.posting AS p CROSS JOIN span
LEFT JOIN certified USING (posting_id) LEFT JOIN soft USING (posting_id)
WHERE p.counted AND p.month IS NOT NULL
