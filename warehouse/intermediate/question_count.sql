-- One row per scope (all, entry, internship), month and set of things that postings ask for side by side, as in question_posting.
-- slices: month
-- key: scope, month, certificate, certificate_required, experience, degree, soft_skills, equivalent_experience
SELECT scope, month, certificate, certificate_required, experience, degree, soft_skills, equivalent_experience,
  count(*)::INTEGER AS postings
FROM (SELECT * EXCLUDE (scopes), unnest(scopes) AS scope FROM intermediate.question_posting)
GROUP BY ALL
