-- The warehouse says what it was built from.
SELECT wanted FROM (SELECT unnest(['simulated', 'built_from', 'extractor', 'taxonomy', 'postings', 'sources']) AS wanted)
LEFT JOIN marts.meta ON key = wanted WHERE value IS NULL
