-- One row per posting, day and batch in which it was seen open.
-- relation: view
SELECT posting_id, plain_name(source) AS source, seen_on
FROM read_parquet(getvariable('sighting_files'), hive_partitioning = false, union_by_name = true)
