-- One row per certificate, scope, month and occupation group ('' where unknown) that asks for it in its own kind: thousandths of an
-- ask, as in demand.
-- slices: month
-- key: certificate_id, scope, month, major
SELECT certificate_id, scope, month, major, sum(asking)::BIGINT AS asking
FROM intermediate.demand JOIN intermediate.scope USING (posting_no)
WHERE asking > 0 GROUP BY ALL
