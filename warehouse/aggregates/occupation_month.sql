-- One row per detailed occupation, source and month with counted postings.
-- key: soc, source, month
SELECT soc, source, month, count(*)::INTEGER AS postings
FROM aggregates.counted_posting
WHERE soc IS NOT NULL AND month IS NOT NULL
GROUP BY soc, source, month
