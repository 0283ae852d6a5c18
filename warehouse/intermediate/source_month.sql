-- One row per scope, source (as matched) and month with postings.
-- key: scope, source, month
SELECT scope, stands_as AS source, month, sum(postings)::INTEGER AS postings
FROM intermediate.source_count JOIN intermediate.matched_source USING (scope, source)
GROUP BY ALL
