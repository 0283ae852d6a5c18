-- As the aggregates counted them.
SELECT certificate_id::entity_id AS certificate_id, source::source_name AS source, major, a0, a1 FROM aggregates.compared_ask
