-- As the aggregates counted them.
SELECT soc, postings FROM aggregates.occupation_size
