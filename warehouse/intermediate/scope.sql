-- One row per posting of the series and scope that it belongs to: all, its occupation group, the career cluster of its
-- occupation, its region (of the forty with most postings), its seniority. `major`: its occupation group, '' where unknown.
-- `cell` is a hash of scope, month and major.
-- key: posting_no, scope
WITH published AS (
  SELECT region, 'region:' || region AS name FROM intermediate.posting
  WHERE counted AND month IS NOT NULL AND region IS NOT NULL
  GROUP BY region ORDER BY count(*) DESC, region LIMIT 40
), placed AS (
  SELECT posting_no, month, source, employer_no, coalesce(major, '') AS major, unnest(list_filter([
      'all', 'soc:' || major, 'cluster:' || cluster, published.name,
      CASE WHEN seniority IN ('entry', 'internship') THEN seniority END
    ], lambda name: name IS NOT NULL)) AS scope
  FROM intermediate.posting LEFT JOIN published USING (region) LEFT JOIN staging.occupation USING (soc)
  WHERE counted AND month IS NOT NULL
)
SELECT * REPLACE (scope::scope_name AS scope), hash(scope, month, major) AS cell
FROM placed
