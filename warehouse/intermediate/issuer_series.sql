-- One row per issuer and month of scope all with asks: postings that ask for at least one of its counted certificates, each posting
-- once, by the strongest ask; thousandths, as in demand.
-- slices: month
-- key: issuer, month
WITH issued AS (
  SELECT issuer, certificate_id FROM staging.certificate WHERE counted AND issuer <> ''
), once AS (
  SELECT issuer, posting_no, max(asking) AS asking FROM intermediate.demand JOIN issued USING (certificate_id)
  WHERE asking > 0 GROUP BY ALL
)
SELECT issuer, month, sum(asking)::BIGINT AS asking
FROM once JOIN intermediate.scope USING (posting_no) WHERE scope = 'all' GROUP BY ALL
