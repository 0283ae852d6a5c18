-- One row per career cluster.
-- key: cluster
SELECT id AS cluster, name
FROM read_csv(getvariable('taxonomy') || '/clusters.csv', header = true, quote = '"', escape = '"',
  columns = {id: 'VARCHAR', name: 'VARCHAR'})
