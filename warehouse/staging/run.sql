-- One row per run of the ledger.
-- key: run_id
SELECT run_id, verb, started_at, finished_at, stages, counts, extractor, taxonomy, exit_code
FROM read_json(getvariable('run_files'), format = 'unstructured', columns = {
  run_id: 'VARCHAR', verb: 'VARCHAR', started_at: 'TIMESTAMP', finished_at: 'TIMESTAMP', stages: 'JSON', counts: 'JSON',
  extractor: 'VARCHAR', taxonomy: 'VARCHAR', exit_code: 'INTEGER'
})
WHERE run_id IS NOT NULL
