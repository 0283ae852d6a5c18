-- One row per published edition and counted certificate: what the warehouse of that day said.
-- key: vintage, certificate_id
SELECT vintage, as_of, certificate_id, kind, status, share_now, slope_pct_year, slope_low, slope_high, evidence, postings, copies,
  extractor, taxonomy
FROM read_parquet(getvariable('vintage_files'), hive_partitioning = false, union_by_name = true)
