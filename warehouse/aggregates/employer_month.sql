-- One row per certificate, scope and month with asks, in its own kind of demand, of employers that are known.
-- key: certificate_id, scope, month
-- slices: month
-- column employers: how many they are
-- column asking: their asks, in thousandths
-- column squares: the sum of the squares of each one's asks: what their concentration is computed from
WITH by_employer AS (
  SELECT certificate_id, scope, month, employer, sum(asking)::BIGINT AS asking
  FROM aggregates.posting_demand JOIN aggregates.posting_scope USING (posting_id)
  WHERE asking > 0 AND employer IS NOT NULL
  GROUP BY certificate_id, scope, month, employer
)
SELECT certificate_id, scope, month, count(*)::INTEGER AS employers, sum(asking)::BIGINT AS asking,
  sum(asking * asking)::BIGINT AS squares
FROM by_employer
GROUP BY certificate_id, scope, month
