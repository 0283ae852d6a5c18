-- One row per certificate and skill that it attests.
-- key: certificate_id, skill_id
SELECT certificate_id, skill_id
FROM read_csv(getvariable('certificate_skill_file'), header = true, quote = '"', escape = '"',
  columns = {certificate_id: 'VARCHAR', skill_id: 'VARCHAR'})
