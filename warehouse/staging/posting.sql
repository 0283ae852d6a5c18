-- One row per posting and version, as the lake keeps it; `batch` is the name of the batch that brought it, which a file that others
-- were merged into has as a column.
SELECT
  posting_id, content_hash, source, platform, board, requisition, title, employer, text, region, remote, employment_type,
  pay_min, pay_max, pay_currency, pay_period, posted_on, posted_on_quality, closed_on, url, lang, seen_on,
  coalesce(batch, parse_filename(filename, true)) AS batch
FROM read_parquet(getvariable('posting_files'), hive_partitioning = false, union_by_name = true, filename = true)
