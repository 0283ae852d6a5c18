-- One row per posting of the series and scope that it belongs to: all, its occupation group, its region (of the forty with
-- most postings), its seniority.
-- key: posting_id, scope
WITH published AS (
  SELECT region, 'region:' || region AS name FROM intermediate.posting
  WHERE counted AND month IS NOT NULL AND region IS NOT NULL
  GROUP BY region ORDER BY count(*) DESC, region LIMIT 40
)
SELECT posting_id, month, employer_key, unnest(list_filter([
    'all', 'soc:' || major, published.name, CASE WHEN seniority IN ('entry', 'internship') THEN seniority END
  ], lambda name: name IS NOT NULL)) AS scope
FROM intermediate.posting LEFT JOIN published USING (region)
WHERE counted AND month IS NOT NULL
