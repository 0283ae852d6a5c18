-- One row per scope, month and occupation group ('' where unknown) with postings.
-- slices: month
-- key: scope, month, major
SELECT scope, month, major, count(*)::INTEGER AS postings FROM intermediate.scope GROUP BY ALL
