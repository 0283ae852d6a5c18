-- One row per occupation and round of the BLS Employment Projections that the user loaded; none where none was. Employment
-- and openings in thousands, wages in dollars a year.
-- key: soc, first_year, last_year
SELECT soc, title, first_year, last_year, employment, employment_projected, change_pct, openings, median_wage, wage_top_coded,
  entry_education, file
FROM read_parquet(getvariable('bls_projections_files'), union_by_name = true)
