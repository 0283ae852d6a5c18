-- One row per issuer and month of scope all in which a posting asks for one of its counted certificates, each posting once: in
-- thousandths of an ask, as in demand; where only skill-implied, the greatest weight.
-- slices: month
-- key: issuer, month
WITH once AS (
  SELECT issuer, posting_no, max(asking) AS asking FROM intermediate.demand JOIN staging.certificate USING (certificate_id)
  WHERE asking > 0 AND counted AND issuer <> '' GROUP BY ALL
)
SELECT issuer, month, sum(asking)::BIGINT AS asking
FROM once JOIN intermediate.scope USING (posting_no) WHERE scope = 'all' GROUP BY ALL
