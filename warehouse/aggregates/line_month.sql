-- One row per certificate that took another's place, source and month in which its line is asked for, all postings; thousandths of asks.
-- key: certificate_id, source, month
-- slices: month
-- column own: of asking, what names the certificate itself; before: what names one that it followed
SELECT certificate_id, source, month, sum(asking)::BIGINT AS asking,
  coalesce(sum(asking) FILTER (WHERE own = 1), 0)::BIGINT AS own, coalesce(sum(asking) FILTER (WHERE before = 1), 0)::BIGINT AS before
FROM aggregates.posting_line JOIN aggregates.counted_posting USING (posting_id)
WHERE month IS NOT NULL
GROUP BY certificate_id, source, month
