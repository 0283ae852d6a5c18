-- One row per posting of the series and scope that it belongs to: all, its occupation group, the career cluster of its
-- occupation, its region (of the forty with most postings), its seniority. `major`: its occupation group, '' where unknown.
-- key: posting_id, scope
WITH published AS (
  SELECT region, 'region:' || region AS name FROM intermediate.posting
  WHERE counted AND month IS NOT NULL AND region IS NOT NULL
  GROUP BY region ORDER BY count(*) DESC, region LIMIT 40
)
SELECT posting_id, month, source, employer_key, coalesce(major, '') AS major, unnest(list_filter([
    'all', 'soc:' || major, 'cluster:' || cluster, published.name,
    CASE WHEN seniority IN ('entry', 'internship') THEN seniority END
  ], lambda name: name IS NOT NULL)) AS scope
FROM intermediate.posting LEFT JOIN published USING (region) LEFT JOIN staging.occupation USING (soc)
WHERE counted AND month IS NOT NULL
