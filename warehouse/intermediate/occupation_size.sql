-- One row per detailed occupation with postings that count, dated or not.
-- key: soc
SELECT soc, count(*) AS postings FROM intermediate.posting WHERE counted AND soc IS NOT NULL GROUP BY soc
