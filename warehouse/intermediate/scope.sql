-- One row per posting of the series and scope that it belongs to: all, its occupation group, the career cluster of its
-- occupation, its region (of the forty with most postings), its seniority. `major`: its occupation group, '' where unknown.
-- `slot` and `cell` are hashes of scope and month, and of these with major; `employer` is one of employer_key: asks are grouped by
-- them, since there are several rows a posting and names would not fit into memory.
-- key: posting_id, scope
WITH published AS (
  SELECT region, 'region:' || region AS name FROM intermediate.posting
  WHERE counted AND month IS NOT NULL AND region IS NOT NULL
  GROUP BY region ORDER BY count(*) DESC, region LIMIT 40
), placed AS (
  SELECT posting_id, month, source, employer_key, coalesce(major, '') AS major, unnest(list_filter([
      'all', 'soc:' || major, 'cluster:' || cluster, published.name,
      CASE WHEN seniority IN ('entry', 'internship') THEN seniority END
    ], lambda name: name IS NOT NULL)) AS scope
  FROM intermediate.posting LEFT JOIN published USING (region) LEFT JOIN staging.occupation USING (soc)
  WHERE counted AND month IS NOT NULL
)
SELECT *, CASE WHEN employer_key IS NOT NULL THEN hash(employer_key) END AS employer, hash(scope, month) AS slot,
  hash(scope, month, major) AS cell
FROM placed
