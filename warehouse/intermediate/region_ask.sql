-- One row per certificate of the table of certificates earned, region ('' where unknown) and month that asks for it; thousandths, as
-- in demand.
-- slices: month
-- key: certificate_id, region, month
SELECT certificate_id, coalesce(region, '') AS region, month, sum(asking)::BIGINT AS asking
FROM intermediate.demand JOIN intermediate.posting USING (posting_no)
SEMI JOIN (SELECT certificate_id FROM staging.supply) USING (certificate_id)
WHERE asking > 0 AND month IS NOT NULL GROUP BY ALL
