-- As the aggregates counted them.
SELECT kind, subject, source::source_name AS source, base_k, k FROM aggregates.compared_role
