-- One row per certificate, source and occupation group ('' where unknown) that asked for it: asks in the first and in the second of the
-- two periods compared; thousandths.
-- key: certificate_id, source, major
-- slices: month
SELECT certificate_id, source, major, coalesce(sum(asking) FILTER (WHERE period = 0), 0)::BIGINT AS a0,
  coalesce(sum(asking) FILTER (WHERE period = 1), 0)::BIGINT AS a1
FROM aggregates.posting_demand JOIN aggregates.compared_posting USING (posting_id)
WHERE asking > 0
GROUP BY certificate_id, source, major
