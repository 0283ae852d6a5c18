-- One row per round of projections: the occupations that have a trend in the postings and a projection of their own (one that
-- is shared by several occupations would count more than once).
-- key: first_year, last_year
SELECT first_year, last_year,
  coalesce(list({slope: slope, change: change_pct} ORDER BY soc)
    FILTER (slope IS NOT NULL AND change_pct IS NOT NULL AND NOT aggregate), []) AS pairs
FROM intermediate.occupation_projection LEFT JOIN intermediate.occupation_trend USING (soc)
GROUP BY ALL
ORDER BY ALL
