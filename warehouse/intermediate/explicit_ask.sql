-- One row per counted posting and certificate that it names, children rolled up into their families: the strongest
-- requirement, and whether every mention of that strength stands among alternatives ("A+ or Network+").
-- key: posting_id, certificate_id
WITH named AS (
  SELECT posting_id, family_id AS certificate_id, requirement_rank(requirement) AS rank, alternative
  FROM intermediate.mention AS m JOIN intermediate.family AS f ON f.certificate_id = m.entity
  WHERE kind = 'certificate'
), strongest AS (
  SELECT posting_id, certificate_id, min(rank) AS rank, arg_min(alternative, rank * 2 + alternative::INTEGER) AS alternative
  FROM named GROUP BY ALL
)
SELECT posting_id, certificate_id, requirement_of_rank(rank) AS requirement, rank <= 3 AS asks,
  rank <= 3 AND alternative AS alternative
FROM strongest
