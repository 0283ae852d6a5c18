-- One row per scope, source and month with postings: what the denominators are sums of.
-- slices: month
-- key: scope, source, month
SELECT scope, source, month, count(*)::INTEGER AS postings FROM intermediate.scope GROUP BY ALL
