-- One row per scope, source and month with counted postings: the denominators of ask_month and ask_source.
-- key: scope, source, month
SELECT scope, source, month, count(*)::INTEGER AS postings
FROM aggregates.posting_scope
GROUP BY scope, source, month
