-- A rank stands where there are asks and nowhere else, and the first is taken.
SELECT certificate_id, asking, rank, furthest FROM marts.certificate_ranking
WHERE (rank IS NULL) <> (asking = 0) OR furthest < 0
UNION ALL
SELECT 'nobody', max(asking), min(rank), 0 FROM marts.certificate_ranking HAVING max(asking) > 0 AND min(rank) <> 1
