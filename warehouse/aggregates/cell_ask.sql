-- One row per certificate, scope, month and occupation group ('' where unknown) that asks for it in its own kind; thousandths of asks.
-- key: certificate_id, scope, month, major
-- slices: month
SELECT certificate_id, scope, month, major, sum(asking)::BIGINT AS asking
FROM aggregates.posting_demand JOIN aggregates.posting_scope USING (posting_id)
WHERE asking > 0
GROUP BY certificate_id, scope, month, major
