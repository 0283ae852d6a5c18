-- One row per counted posting and certificate that it demands in any of the three kinds, or names without asking for it, as in
-- intermediate.demand. `asking`: thousandths of an ask in the certificate's own kind.
-- key: posting_id, certificate_id
-- slices: month
WITH part AS (
  SELECT posting_id, entity AS certificate_id, level, alternative, 0 AS skill_weight, 0 AS licence
  FROM aggregates.posting_ask WHERE kind = 'certificate'
  UNION ALL
  SELECT posting_id, certificate_id, NULL, NULL, weight, 0
  FROM aggregates.posting_ask JOIN given.skill_weight ON skill_id = entity
  WHERE kind = 'skill' AND level <= 3 AND weight > 0
  UNION ALL
  SELECT posting_id, certificate_id, NULL, NULL, 0, 1
  FROM aggregates.counted_posting JOIN given.licence USING (soc)
), whole AS (
  SELECT posting_id, certificate_id, min(level) AS level, max(alternative) AS alternative, max(skill_weight) AS skill_weight,
    max(licence) AS licence
  FROM part GROUP BY posting_id, certificate_id
)
SELECT posting_id, certificate_id, level, alternative, skill_weight, licence,
  CASE demand WHEN 'explicit' THEN CASE WHEN level <= 3 THEN 1000 ELSE 0 END WHEN 'licence' THEN 1000 * licence ELSE skill_weight END
    AS asking
FROM whole JOIN given.certificate USING (certificate_id)
