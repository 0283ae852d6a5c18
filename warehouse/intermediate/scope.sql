-- One row per posting of the series and scope that it belongs to: all, its occupation group, the career cluster of its
-- occupation, its region (if published), its seniority. `major`: its occupation group, '' where unknown.
-- slices: posting_no
-- key: posting_no, scope
WITH placed AS (
  SELECT posting_no, month, source, employer_no, coalesce(major, '') AS major, unnest(list_filter([
      'all', 'soc:' || major, 'cluster:' || cluster, published.scope,
      CASE WHEN seniority IN ('entry', 'internship') THEN seniority END
    ], lambda name: name IS NOT NULL)) AS scope
  FROM intermediate.posting LEFT JOIN intermediate.published_region AS published USING (region) LEFT JOIN staging.occupation USING (soc)
  WHERE counted AND month IS NOT NULL
)
SELECT * REPLACE (scope::scope_name AS scope) FROM placed
