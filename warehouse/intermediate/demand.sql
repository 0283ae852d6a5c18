-- One row per counted posting and certificate that it demands in any of the three kinds, or names without asking for it.
-- explicit: it names it. skill: the weight in thousandths of the most specific skill that it asks for and the certificate
-- attests (the maximum, so that a long list of common skills does not add up to a certificate). licence: its occupation is
-- one that the licence is a condition of. `asking`: thousandths of an ask in the certificate's own kind.
-- slices: posting_no
-- key: posting_no, certificate_id
WITH part AS (
  SELECT posting_no, certificate_id, requirement, asks, alternative, 0 AS skill_weight, false AS licence
  FROM intermediate.explicit_ask
  UNION ALL
  SELECT posting_no, certificate_id, NULL, false, false, weight, false
  FROM intermediate.skill_ask JOIN intermediate.skill_weight USING (skill_id)
  WHERE weight > 0
  UNION ALL
  SELECT posting_no, certificate_id, NULL, false, false, 0, true
  FROM intermediate.posting
  JOIN (SELECT certificate_id, unnest(soc) AS soc FROM staging.certificate WHERE type = 'license') USING (soc)
  WHERE counted
), whole AS (
  SELECT posting_no, certificate_id, min(requirement) AS requirement, bool_or(asks) AS asks,
    bool_or(alternative) AS alternative, max(skill_weight) AS skill_weight, bool_or(licence) AS licence
  FROM part GROUP BY ALL
)
SELECT whole.*,
  CASE demand WHEN 'explicit' THEN 1000 * asks::INTEGER WHEN 'licence' THEN 1000 * licence::INTEGER ELSE skill_weight END AS asking
FROM whole JOIN staging.certificate USING (certificate_id)
