-- One row per scope and month with postings.
-- key: scope, month
SELECT scope, month, count(*)::INTEGER AS postings FROM intermediate.scope GROUP BY ALL
