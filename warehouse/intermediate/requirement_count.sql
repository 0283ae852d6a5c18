-- One row per scope and month: how many of its postings ask for what, side by side.
-- slices: month
-- key: scope, month
SELECT scope, month, count(*)::INTEGER AS postings, (count(*) FILTER (certificate))::INTEGER AS certificate,
  (count(*) FILTER (certificate_required))::INTEGER AS certificate_required, (count(*) FILTER (experience))::INTEGER AS experience,
  (count(*) FILTER (degree))::INTEGER AS degree, (count(*) FILTER (soft_skills))::INTEGER AS soft_skills,
  (count(*) FILTER (equivalent_experience))::INTEGER AS equivalent_experience
FROM intermediate.scope JOIN (SELECT * EXCLUDE (month) FROM intermediate.question_posting) USING (posting_no)
GROUP BY scope, month
