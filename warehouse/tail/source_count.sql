-- As the aggregates counted them.
SELECT scope::scope_name AS scope, source::source_name AS source, month, postings FROM aggregates.posting_month
