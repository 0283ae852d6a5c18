-- One row per occupation of the OEWS national wages that the user loaded; none where none were. Dollars.
-- key: soc
SELECT soc, title, year, employment, median_annual, median_hourly, wage_top_coded, file
FROM read_parquet(getvariable('oews_files'), union_by_name = true)
