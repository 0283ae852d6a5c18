-- One row per place where a posting version names what looks like a credential and is none of the taxonomy's: what
-- `certworth taxonomy candidates` left in the lake for the extractor version of this warehouse; none where it never ran.
-- relation: view
SELECT posting_id, content_hash, name, form, surface, evidence
FROM read_parquet(getvariable('candidate_files'), hive_partitioning = false, union_by_name = true)
