-- One row per detailed occupation with counted postings, dated or not.
-- key: soc
SELECT soc, count(*) AS postings FROM aggregates.counted_posting WHERE soc IS NOT NULL GROUP BY soc
