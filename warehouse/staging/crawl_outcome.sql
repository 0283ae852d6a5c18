-- One row per batch of the lake that a crawl left: what became of its source on that day.
-- key: batch
SELECT batch, added, outcome.*
FROM read_json(getvariable('batch_files'), format = 'unstructured', columns = {
  batch: 'VARCHAR', added: 'INTEGER',
  outcome: 'STRUCT(source_id VARCHAR, date DATE, expected_min INTEGER, expected_max INTEGER, seen INTEGER, "new" INTEGER,
    failed INTEGER, censored BOOLEAN, http JSON, robots JSON, error VARCHAR)'
})
WHERE outcome IS NOT NULL
