-- One row per certificate of the taxonomy, families included.
-- key: certificate_id
SELECT
  id::entity_id AS certificate_id, name, issuer, type, level, k12, cluster, status AS issuer_status, retired_on,
  TRY_CAST(successor AS entity_id) AS successor, TRY_CAST(parent AS entity_id) AS parent,
  coalesce(string_split(soc, ';'), []) AS soc, renewal_years, demand, counted = 'yes' AS counted, coalesce(note, '') AS note
FROM read_csv(getvariable('taxonomy') || '/certificates.csv', header = true, quote = '"', escape = '"', columns = {
  id: 'VARCHAR', name: 'VARCHAR', issuer: 'VARCHAR', type: 'VARCHAR', level: 'VARCHAR', k12: 'VARCHAR', cluster: 'VARCHAR',
  status: 'VARCHAR', retired_on: 'VARCHAR', successor: 'VARCHAR', parent: 'VARCHAR', soc: 'VARCHAR',
  renewal_years: 'DOUBLE', demand: 'VARCHAR', counted: 'VARCHAR', note: 'VARCHAR'
})
