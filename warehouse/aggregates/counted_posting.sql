-- One row per posting that counts, dated or not; those with a month are what the series are of.
-- key: posting_id
SELECT posting_id, content_hash, source, employer, month, soc, coalesce(left(soc, 2), '') AS major, cluster, region, seniority,
  coalesce(experience_min > 0, false) AS experience,
  coalesce(education IN ('associate', 'bachelor', 'master', 'doctorate'), false) AS degree, equivalent_experience
FROM aggregates.posting LEFT JOIN given.occupation USING (soc)
WHERE counted
