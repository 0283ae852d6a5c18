-- As the aggregates counted them.
SELECT scope::scope_name AS scope, month, postings, certificate, certificate_required, experience, degree, soft_skills,
  equivalent_experience
FROM aggregates.requirement_month
