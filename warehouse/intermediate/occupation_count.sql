-- One row per detailed occupation, source and month with postings.
-- slices: month
-- key: soc, source, month
SELECT soc, source, month, count(*)::INTEGER AS postings
FROM intermediate.posting WHERE counted AND month IS NOT NULL AND soc IS NOT NULL GROUP BY ALL
