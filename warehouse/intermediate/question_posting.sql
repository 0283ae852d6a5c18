-- One row per counted and dated posting: what it asks for, side by side, and where it is counted by the questions by scope: `scopes`
-- all, entry and internship; question_period says in which periods.
-- slices: posting_no
-- key: posting_no
WITH certified AS (
  SELECT posting_no, min(requirement) AS requirement
  FROM intermediate.explicit_ask JOIN staging.certificate USING (certificate_id)
  WHERE asks AND counted GROUP BY ALL
), soft AS (
  SELECT DISTINCT posting_no FROM intermediate.skill_ask JOIN staging.skill USING (skill_id) WHERE kind = 'soft'
)
SELECT p.posting_no, p.month, p.soc, p.major, p.employer_no, p.pay_year, p.pay_currency,
  ['all'] || CASE WHEN seniority IN ('entry', 'internship') THEN [seniority] ELSE [] END AS scopes,
  certified.requirement IS NOT NULL AS certificate, coalesce(certified.requirement = 'required', false) AS certificate_required,
  coalesce(p.experience_min > 0, false) AS experience,
  coalesce(p.education IN ('associate', 'bachelor', 'master', 'doctorate'), false) AS degree,
  soft.posting_no IS NOT NULL AS soft_skills, p.equivalent_experience
FROM intermediate.posting AS p
LEFT JOIN certified USING (posting_no) LEFT JOIN soft USING (posting_no)
WHERE p.counted AND p.month IS NOT NULL
