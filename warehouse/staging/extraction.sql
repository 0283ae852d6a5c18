-- One row per posting version, read by the extractor version that this warehouse is built from; `file` and `row` say where it stands.
-- relation: view
SELECT
  posting_id, content_hash, lang, soc, seniority, experience_min, education, equivalent_experience,
  pay_min, pay_max, pay_currency, pay_period, plain_name(region) AS region, remote, text_key, text_length, bands, mentions, filename AS file, file_row_number AS "row"
FROM read_parquet(getvariable('extraction_files'), hive_partitioning = false, union_by_name = true, filename = true,
  file_row_number = true)
