-- One row per scope and month: which part of its postings asks for any certificate, for experience, for a degree, for soft
-- skills. The shares stand beside each other; a posting may ask for all of them.
-- slices: month
-- key: scope, month
-- column postings: postings in scope
-- column any_certificate: share that names at least one counted certificate as required, preferred or mentioned
-- column any_certificate_required: share that requires at least one
-- column experience: share that asks for at least some years of experience
-- column degree: share that asks for an associate degree or higher
-- column soft_skills: share that asks for at least one soft skill
-- column equivalent_experience: share that takes experience in place of a degree or certificate
WITH certified AS (
  SELECT posting_no, bool_or(requirement = 'required') AS required
  FROM intermediate.explicit_ask JOIN staging.certificate USING (certificate_id)
  WHERE asks AND counted GROUP BY posting_no
), soft AS (
  SELECT DISTINCT posting_no FROM intermediate.skill_ask JOIN staging.skill USING (skill_id) WHERE kind = 'soft'
)
SELECT s.scope, s.month, count(*)::INTEGER AS postings,
  count(certified.posting_no) / count(*) AS any_certificate,
  count(*) FILTER (p.experience_min > 0) / count(*) AS experience,
  count(*) FILTER (p.education IN ('associate', 'bachelor', 'master', 'doctorate')) / count(*) AS degree,
  count(soft.posting_no) / count(*) AS soft_skills,
  count(*) FILTER (p.equivalent_experience) / count(*) AS equivalent_experience,
  count(*) FILTER (certified.required) / count(*) AS any_certificate_required
FROM intermediate.scope AS s
JOIN intermediate.posting AS p USING (posting_no)
LEFT JOIN certified USING (posting_no)
LEFT JOIN soft USING (posting_no)
GROUP BY s.scope, s.month
ORDER BY s.scope, s.month
