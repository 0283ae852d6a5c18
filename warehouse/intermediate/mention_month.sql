-- One row per certificate, source and month of it (source_period) in which it names the certificate. Unlike demand, every mention counts,
-- whatever its requirement level: what is watched is how postings are read.
-- key: certificate_id, source, month
SELECT entity AS certificate_id, source, month, count(DISTINCT posting_no) AS naming
FROM intermediate.mention
JOIN (SELECT posting_no, source, month FROM intermediate.posting WHERE counted) USING (posting_no)
SEMI JOIN intermediate.source_period USING (source, month)
WHERE is_certificate
GROUP BY ALL
