-- One row per skill of the taxonomy.
-- key: skill_id
SELECT id::entity_id AS skill_id, name, kind, code
FROM read_csv(getvariable('skill_file'), header = true, quote = '"', escape = '"',
  columns = {id: 'VARCHAR', name: 'VARCHAR', kind: 'VARCHAR', code: 'VARCHAR'})
