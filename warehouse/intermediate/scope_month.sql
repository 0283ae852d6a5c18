-- One row per scope and month with postings.
-- key: scope, month
SELECT scope, month, sum(postings)::INTEGER AS postings FROM intermediate.source_count GROUP BY ALL
