-- One row per run of the ledger that had ended when the warehouse was built.
-- key: run_id
-- column stages: stages with their seconds and counts, as JSON
-- column counts: totals of the run, as JSON
-- column extractor: version of the extractor
-- column taxonomy: version of the taxonomy
-- column exit_code: 0 done, 1 failed, 2 usage, 3 checks failed, 4 some sources failed, 5 locked, 130 interrupted
SELECT run_id, verb, started_at, finished_at, stages::VARCHAR AS stages, counts::VARCHAR AS counts, extractor, taxonomy, exit_code
FROM staging.run
ORDER BY run_id
