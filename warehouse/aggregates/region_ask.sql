-- One row per certificate, region ('' where unknown), whether it has a scope or not, and month that asks for it in its own kind;
-- thousandths of asks.
-- key: certificate_id, region, month
-- slices: month
SELECT certificate_id, coalesce(region, '') AS region, month, sum(asking)::BIGINT AS asking
FROM aggregates.posting_demand JOIN aggregates.counted_posting USING (posting_id)
WHERE asking > 0 AND month IS NOT NULL
GROUP BY certificate_id, coalesce(region, ''), month
