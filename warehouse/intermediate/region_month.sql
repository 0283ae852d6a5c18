-- One row per region and month with postings: all, a country (US), and a state or region.
-- slices: month
-- key: region, month
SELECT region, month, count(*)::INTEGER AS postings
FROM (
  SELECT month, unnest(list_filter(list_distinct(['all', split_part(region, '-', 1), region]), lambda name: name IS NOT NULL)) AS region
  FROM intermediate.posting WHERE counted AND month IS NOT NULL
)
GROUP BY ALL
