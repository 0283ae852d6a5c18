-- As the aggregates counted them.
SELECT region, month, postings FROM aggregates.region_month
