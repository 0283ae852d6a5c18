-- One row per issuer and month with postings that ask for at least one of its counted certificates, each posting once, by the strongest
-- ask; thousandths of asks.
-- key: issuer, month
-- slices: month
WITH once AS (
  SELECT issuer, posting_id, max(asking) AS asking
  FROM aggregates.posting_demand JOIN given.certificate USING (certificate_id)
  WHERE asking > 0 AND counted AND issuer <> ''
  GROUP BY issuer, posting_id
)
SELECT issuer, month, sum(asking)::BIGINT AS asking
FROM once JOIN aggregates.counted_posting USING (posting_id)
WHERE month IS NOT NULL
GROUP BY issuer, month
