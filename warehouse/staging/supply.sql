-- One row per name, year and region of the certificates earned that the user loaded; none where none were. `certificate_id` is
-- null where the taxonomy has no such id, name or alias; an empty region means that the table names none.
-- key: name, year, region
SELECT name, TRY_CAST(certificate_id AS entity_id) AS certificate_id, year, region, earned, cost, hours, file
FROM read_parquet(getvariable('supply_files'), union_by_name = true)
