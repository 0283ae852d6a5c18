-- One row per counted certificate that was ever asked for among open postings, and month with a stock: which part of the postings
-- open on the last day of the month asks for it, beside the flow's share.
-- key: certificate_id, month
-- column kind: the kind of demand that asking and share are of
-- column stock: postings open on the last day of the month, of sources that were crawled in the week up to it
-- column asking: those of them that ask, in the certificate's kind; for skill the sum of weights
-- column share: asking / stock
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column flow_share: share among the postings dated in the month; null where there are none
WITH size AS (
  SELECT o.month, count(*)::INTEGER AS stock
  FROM intermediate.open_posting AS o JOIN intermediate.posting USING (posting_no) WHERE counted GROUP BY ALL
), asked AS (
  SELECT certificate_id, month, sum(asking)::BIGINT AS asking
  FROM intermediate.demand JOIN intermediate.open_posting USING (posting_no) WHERE asking > 0 GROUP BY ALL
), grid AS (
  SELECT certificate_id, demand AS kind, size.month, stock, coalesce(asked.asking, 0) AS asking
  FROM (SELECT DISTINCT certificate_id FROM asked) JOIN staging.certificate USING (certificate_id) CROSS JOIN size
  LEFT JOIN asked USING (certificate_id, month)
  WHERE counted
)
SELECT certificate_id, month, grid.kind, stock, grid.asking / 1000.0::DOUBLE AS asking, share_of(grid.asking, 1000.0 * stock) AS share,
  wilson_low(grid.asking / 1000.0::DOUBLE, stock) AS share_low, wilson_high(grid.asking / 1000.0::DOUBLE, stock) AS share_high,
  share_of(flow.asking, flow.postings) AS flow_share
FROM grid LEFT JOIN (FROM marts.certificate_month WHERE scope = 'all') AS flow USING (certificate_id, month)
ORDER BY certificate_id, month
