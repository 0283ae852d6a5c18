-- One row per detailed occupation with postings, a projection or a wage: how its share of postings moves, beside what BLS
-- projects and what it pays. The latest round of projections that was loaded; null where none was.
-- key: soc
-- column soc: SOC 2018 detailed code
-- column postings: dated postings for the occupation
-- column employers: distinct employers among them
-- column months: months of the series
-- column slope: change of its share of all postings in % a year, by the statistics of certificates; null below 24 months, 100 postings or 10 employers
-- column slope_low: lower bound of the 95 % interval
-- column slope_high: upper bound of the 95 % interval
-- column p_value: Mann-Kendall test of no trend, corrected for autocorrelation
-- column projection: the round, as in 2024-2034
-- column projected_change_pct: projected change of employment over the whole round, in %; of a nation, not of a region
-- column openings: projected openings a year, in thousands
-- column employment: employment in the first year of the round, in thousands
-- column median_wage: national median wage in dollars a year, of OEWS where it was loaded, else of the projections
-- column median_hourly: national median wage in dollars an hour
-- column wage_top_coded: true where BLS says only that the median is at or above its highest published wage; median_wage is then null
-- column entry_education: typical education for entry, by BLS
-- column projection_code: the code that the projection is of
-- column aggregate: true where that code stands for several occupations
WITH latest AS (
  SELECT * FROM intermediate.occupation_projection
  QUALIFY row_number() OVER (PARTITION BY soc ORDER BY last_year DESC, first_year DESC) = 1
)
SELECT o.soc, o.title, t.postings, t.employers, t.months, t.slope, t.slope_low, t.slope_high, t.p_value,
  p.first_year || '-' || p.last_year AS projection, p.change_pct AS projected_change_pct, p.openings, p.employment,
  CASE WHEN w.soc IS NULL THEN p.median_wage ELSE w.median_annual END AS median_wage, w.median_hourly,
  CASE WHEN w.soc IS NULL THEN p.wage_top_coded ELSE w.wage_top_coded END AS wage_top_coded,
  p.entry_education, p.code AS projection_code, p.aggregate
FROM staging.occupation AS o
LEFT JOIN intermediate.occupation_trend AS t USING (soc)
LEFT JOIN latest AS p USING (soc)
LEFT JOIN intermediate.occupation_wage AS w USING (soc)
WHERE t.soc IS NOT NULL OR p.soc IS NOT NULL OR w.soc IS NOT NULL
ORDER BY o.soc
