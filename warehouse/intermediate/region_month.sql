-- One row per region ('' where unknown), published or not, and month with postings.
-- slices: month
-- key: region, month
SELECT coalesce(region, '') AS region, month, count(*)::INTEGER AS postings
FROM intermediate.posting WHERE counted AND month IS NOT NULL GROUP BY ALL
