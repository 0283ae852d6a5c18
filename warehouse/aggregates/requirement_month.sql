-- One row per scope and month: how many of its counted postings ask for what, side by side.
-- key: scope, month
-- slices: month
-- column certificate: for at least one counted certificate by name; certificate_required: require one
-- column experience: for some years; degree: an associate degree or higher; soft_skills: at least one by name
-- column equivalent_experience: take experience in place of a degree or certificate
WITH certified AS (
  SELECT posting_id, min(level) AS level
  FROM aggregates.posting_ask JOIN given.certificate ON certificate_id = entity
  WHERE kind = 'certificate' AND level <= 3 AND counted
  GROUP BY posting_id
), soft AS (
  SELECT DISTINCT posting_id, true AS is_soft
  FROM aggregates.posting_ask AS a JOIN given.skill AS s ON skill_id = entity
  WHERE a.kind = 'skill' AND level <= 3 AND s.kind = 'soft'
), asked AS (
  SELECT posting_id, level, is_soft, experience, degree, equivalent_experience
  FROM aggregates.counted_posting LEFT JOIN certified USING (posting_id) LEFT JOIN soft USING (posting_id)
)
SELECT scope, month, count(*)::INTEGER AS postings, count(level)::INTEGER AS certificate,
  (count(*) FILTER (WHERE level = 1))::INTEGER AS certificate_required, (count(*) FILTER (WHERE experience))::INTEGER AS experience,
  (count(*) FILTER (WHERE degree))::INTEGER AS degree, count(is_soft)::INTEGER AS soft_skills,
  (count(*) FILTER (WHERE equivalent_experience))::INTEGER AS equivalent_experience
FROM asked JOIN aggregates.posting_scope USING (posting_id)
GROUP BY scope, month
