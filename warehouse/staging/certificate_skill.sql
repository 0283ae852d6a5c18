-- One row per certificate and skill that it attests.
-- key: certificate_id, skill_id
SELECT TRY_CAST(certificate_id AS entity_id) AS certificate_id, TRY_CAST(skill_id AS entity_id) AS skill_id
FROM read_csv(getvariable('certificate_skill_file'), header = true, quote = '"', escape = '"',
  columns = {certificate_id: 'VARCHAR', skill_id: 'VARCHAR'})
