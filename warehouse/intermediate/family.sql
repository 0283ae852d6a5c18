-- One row per certificate and each certificate that it counts for: itself and its families, all the way up. A posting that
-- asks for CCNA asks for a Cisco certification.
-- key: certificate_id, family_id
WITH RECURSIVE up AS (
  SELECT certificate_id, certificate_id AS family_id FROM staging.certificate
  UNION
  SELECT up.certificate_id, parent
  FROM up JOIN staging.certificate AS c ON c.certificate_id = up.family_id WHERE parent IS NOT NULL
)
SELECT certificate_id, family_id FROM up
