-- One row per region ('' where unknown), whether it has a scope or not, and month with counted postings.
-- key: region, month
SELECT coalesce(region, '') AS region, month, count(*)::INTEGER AS postings
FROM aggregates.counted_posting
WHERE month IS NOT NULL
GROUP BY coalesce(region, ''), month
