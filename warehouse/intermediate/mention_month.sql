-- One row per certificate that a source names, and month of that source: its latest month and the twelve before. Unlike
-- demand, every mention counts, whatever its requirement level: what is watched is how postings are read.
-- key: certificate_id, source, month
WITH posting AS (
  SELECT posting_no, source, month FROM intermediate.posting WHERE counted AND month IS NOT NULL
), latest AS (
  SELECT source, max(month) AS latest FROM posting GROUP BY source
), period AS (
  SELECT source, month, month = latest AS is_latest, count(*) AS postings
  FROM posting JOIN latest USING (source)
  WHERE month >= latest - INTERVAL 12 MONTH
  GROUP BY ALL
), named AS (
  SELECT entity AS certificate_id, source, month, count(DISTINCT posting_no) AS naming
  FROM intermediate.mention JOIN posting USING (posting_no)
  SEMI JOIN period USING (source, month)
  WHERE is_certificate
  GROUP BY ALL
)
SELECT certificate_id, source, month, is_latest, postings, coalesce(naming, 0) AS naming
FROM (SELECT DISTINCT certificate_id, source FROM named)
JOIN period USING (source)
LEFT JOIN named USING (certificate_id, source, month)
