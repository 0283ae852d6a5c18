-- One row per counted posting with a month and scope that it belongs to: all, its occupation group, the career cluster of its occupation, its region
-- where it is one of the forty with most postings, and entry or internship. `major`: its occupation group, '' where unknown.
-- key: posting_id, scope
WITH dated AS (
  SELECT posting_id, source, employer, month, major, cluster, region, seniority
  FROM aggregates.counted_posting WHERE month IS NOT NULL
), published AS (
  SELECT region FROM dated WHERE region IS NOT NULL
  GROUP BY region ORDER BY count(*) DESC, region LIMIT 40
)
SELECT posting_id, source, employer, month, major, 'all' AS scope FROM dated
UNION ALL
SELECT posting_id, source, employer, month, major, 'soc:' || major FROM dated WHERE major <> ''
UNION ALL
SELECT posting_id, source, employer, month, major, 'cluster:' || cluster FROM dated WHERE cluster IS NOT NULL
UNION ALL
SELECT posting_id, source, employer, month, major, 'region:' || region FROM dated JOIN published USING (region)
UNION ALL
SELECT posting_id, source, employer, month, major, seniority FROM dated WHERE seniority IN ('entry', 'internship')
