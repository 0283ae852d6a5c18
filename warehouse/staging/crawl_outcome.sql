-- One row per batch of the lake that a crawl left: what became of its source on that day. Batches of before some of these
-- figures were kept have nulls for them.
-- key: batch
SELECT batch, added, outcome.*
FROM read_json(getvariable('batch_files'), format = 'unstructured', columns = {
  batch: 'VARCHAR', added: 'INTEGER',
  outcome: 'STRUCT(source_id VARCHAR, date DATE, expected_min INTEGER, expected_max INTEGER, seen INTEGER, "new" INTEGER,
    failed INTEGER, censored BOOLEAN, not_modified INTEGER, not_asked INTEGER, http JSON, robots JSON,
    hosts MAP(VARCHAR, STRUCT(requests BIGINT, allowed BIGINT, disallowed BIGINT, http MAP(VARCHAR, BIGINT), bytes BIGINT,
      seconds DOUBLE, slowed BIGINT, suspended BOOLEAN)),
    faults STRUCT(name VARCHAR, url VARCHAR, detail VARCHAR, count BIGINT)[],
    drift STRUCT("unknown" VARCHAR[], vanished VARCHAR[]), error VARCHAR,
    alarm MAP(VARCHAR, STRUCT(warn DOUBLE, error DOUBLE)))'
})
WHERE outcome IS NOT NULL
