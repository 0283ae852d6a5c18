-- As the aggregates counted them.
SELECT postings, dated, sources, copies, counted, in_months FROM aggregates.posting_count
