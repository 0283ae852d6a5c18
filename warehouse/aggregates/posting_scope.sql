-- One row per counted posting and scope that it belongs to: all, its occupation group, the career cluster of its occupation, its region
-- where it is one of the forty with most postings, and entry or internship. `major`: its occupation group, '' where unknown.
-- key: posting_id, scope
WITH published AS (
  SELECT region FROM aggregates.counted_posting WHERE region IS NOT NULL
  GROUP BY region ORDER BY count(*) DESC, region LIMIT 40
)
SELECT posting_id, source, employer, month, major, 'all' AS scope FROM aggregates.counted_posting
UNION ALL
SELECT posting_id, source, employer, month, major, 'soc:' || major FROM aggregates.counted_posting WHERE major <> ''
UNION ALL
SELECT posting_id, source, employer, month, major, 'cluster:' || cluster FROM aggregates.counted_posting WHERE cluster IS NOT NULL
UNION ALL
SELECT posting_id, source, employer, month, major, 'region:' || region FROM aggregates.counted_posting JOIN published USING (region)
UNION ALL
SELECT posting_id, source, employer, month, major, seniority FROM aggregates.counted_posting
WHERE seniority IN ('entry', 'internship')
