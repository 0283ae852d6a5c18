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
SELECT scope, month, count(*)::INTEGER AS postings,
  count(*) FILTER (certificate) / count(*) AS any_certificate,
  count(*) FILTER (experience) / count(*) AS experience,
  count(*) FILTER (degree) / count(*) AS degree,
  count(*) FILTER (soft_skills) / count(*) AS soft_skills,
  count(*) FILTER (equivalent_experience) / count(*) AS equivalent_experience,
  count(*) FILTER (certificate_required) / count(*) AS any_certificate_required
FROM intermediate.scope JOIN (SELECT * EXCLUDE (month) FROM intermediate.question_posting) USING (posting_no)
GROUP BY scope, month
ORDER BY scope, month
