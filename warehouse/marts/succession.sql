-- One row per certificate that took another's place, and each that it followed, near or far. A succession is no fall in demand: the
-- signal of the successor is computed on the linked series (marts.succession_month), and a retired predecessor says so.
-- key: certificate_id, predecessor_id
-- column certificate_id: the successor
-- column predecessor_id: a certificate whose place it took, by itself or by way of others
-- column step: 1 where it followed it directly, 2 where it followed its successor, and so on
-- column predecessor_status: active, retired or renamed by its issuer; null where not confirmed
-- column retired_on: month of the predecessor's retirement or renaming, YYYY-MM; null where not known
-- column last_asked: last month in which a posting asked for the predecessor; null where none did
-- column first_asked: first month in which a posting asked for the successor itself; null where none did
WITH asked AS (
  SELECT certificate_id, min(month) AS first_asked, max(month) AS last_asked
  FROM intermediate.series WHERE scope = 'all' AND asking > 0 GROUP BY ALL
)
SELECT l.certificate_id, member_id AS predecessor_id, step, p.issuer_status AS predecessor_status, p.retired_on,
  b.last_asked, a.first_asked
FROM intermediate.lineage AS l JOIN staging.certificate AS p ON p.certificate_id = member_id
LEFT JOIN asked AS a ON a.certificate_id = l.certificate_id
LEFT JOIN asked AS b ON b.certificate_id = member_id
WHERE step > 0
ORDER BY l.certificate_id, predecessor_id
