-- One row per subject that readers ask for by name, measure and month: postings that ask, each once. named: for one of its
-- certificates by name; skills: for a skill that one of them attests; typing: for a skill of data entry, whoever attests it.
-- slices: month
-- key: subject, measure, month
WITH asked AS (
  SELECT DISTINCT subject, 'named' AS measure, posting_no
  FROM intermediate.certificate_subject JOIN intermediate.explicit_ask USING (certificate_id) WHERE asks
  UNION ALL
  SELECT DISTINCT subject, 'skills', posting_no
  FROM intermediate.certificate_subject JOIN staging.certificate_skill USING (certificate_id)
  JOIN intermediate.skill_ask USING (skill_id)
  UNION ALL
  SELECT DISTINCT 'data entry', 'typing', posting_no
  FROM intermediate.skill_ask JOIN staging.skill USING (skill_id) WHERE kind = 'data_entry'
)
SELECT subject, measure, month, count(*)::INTEGER AS postings
FROM asked JOIN intermediate.question_posting USING (posting_no)
GROUP BY ALL
