-- One row per posting and version, as the lake keeps it; `batch` is the name of the batch that brought it, which a file that others
-- were merged into has as a column; `file` and `row` say where it stands. Where the build is as of a month, what was posted (or,
-- undated, seen) after it is left out.
-- relation: view
SELECT
  posting_id, content_hash, plain_name(source) AS source, platform, board, requisition, title, employer, text, plain_name(region) AS region, remote, employment_type,
  pay_min, pay_max, pay_currency, pay_period, posted_on, posted_on_quality, closed_on, url, lang, seen_on,
  coalesce(batch, parse_filename(filename, true)) AS batch, filename AS file, file_row_number AS "row"
FROM read_parquet(getvariable('posting_files'), hive_partitioning = false, union_by_name = true, filename = true,
  file_row_number = true)
WHERE getvariable('as_of') IS NULL OR coalesce(posted_on, seen_on) <= getvariable('as_of')
