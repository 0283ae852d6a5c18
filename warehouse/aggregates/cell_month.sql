-- One row per scope, month and occupation group ('' where unknown) with counted postings.
-- key: scope, month, major
SELECT scope, month, major, count(*)::INTEGER AS postings
FROM aggregates.posting_scope
GROUP BY scope, month, major
