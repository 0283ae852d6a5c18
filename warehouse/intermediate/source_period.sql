-- One row per source with dated postings and month of it: its latest month and the twelve before.
-- key: source, month
SELECT source, month, month = latest AS is_latest, postings
FROM (
  SELECT source, month, postings, max(month) OVER (PARTITION BY source) AS latest FROM intermediate.source_count WHERE scope = 'all'
)
WHERE month >= latest - INTERVAL 12 MONTH
