-- As the aggregates counted them.
SELECT soc, source, month, postings FROM aggregates.occupation_month
