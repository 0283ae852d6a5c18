-- One row per counted posting and scope that it belongs to: all, its occupation group, its region, and entry or internship.
-- key: posting_id, scope
SELECT posting_id, source, month, 'all' AS scope FROM aggregates.counted_posting
UNION ALL
SELECT posting_id, source, month, 'soc:' || left(soc, 2) FROM aggregates.counted_posting WHERE soc IS NOT NULL
UNION ALL
SELECT posting_id, source, month, 'region:' || region FROM aggregates.counted_posting WHERE region IS NOT NULL
UNION ALL
SELECT posting_id, source, month, seniority FROM aggregates.counted_posting WHERE seniority IN ('entry', 'internship')
