-- One row per counted posting and certificate that it names, children rolled up into their families: the strongest
-- requirement, and whether every mention of that strength stands among alternatives ("A+ or Network+").
-- `strength`: of a mention, less is stronger, and one that stands by itself is stronger than an alternative.
-- slices: posting_no
-- key: posting_no, certificate_id
WITH strongest AS (
  SELECT posting_no, family_id AS certificate_id, min(2 * enum_code(requirement) + alternative::INTEGER) AS strength
  FROM intermediate.mention AS m JOIN intermediate.family AS f ON f.certificate_id = m.entity
  WHERE is_certificate GROUP BY ALL
)
SELECT posting_no, certificate_id, enum_range(NULL::requirement_level)[strength // 2 + 1]::requirement_level AS requirement,
  strength < 6 AS asks, strength IN (1, 3, 5) AS alternative
FROM strongest
