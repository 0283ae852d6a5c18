-- As the aggregates counted them.
SELECT scope::scope_name AS scope, month, major, postings FROM aggregates.cell_month
