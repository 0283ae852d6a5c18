-- As the aggregates counted them.
SELECT source::source_name AS source, major, n0, n1 FROM aggregates.compared_count
