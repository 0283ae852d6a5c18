-- One row per certificate and skill that it attests: how specific the skill is, in thousandths. Half of the weight is
-- 1 - ln(certificates that attest it) / ln(certificates that attest any skill), the other half the same over the occupations
-- that those certificates serve: 1000 for a skill of one certificate and one occupation, 0 for one that all attest. It rests
-- on the taxonomy alone, so that no trend can come from the weights.
-- key: certificate_id, skill_id
WITH link AS (
  SELECT DISTINCT certificate_id, skill_id, soc
  FROM staging.certificate_skill JOIN staging.certificate USING (certificate_id)
), spread AS (
  SELECT skill_id, count(DISTINCT certificate_id) AS certificates, count(DISTINCT code) AS occupations
  FROM (SELECT skill_id, certificate_id, unnest(CASE WHEN soc = [] THEN [NULL] ELSE soc END) AS code FROM link) GROUP BY ALL
), total AS (
  SELECT count(DISTINCT certificate_id) AS certificates, count(DISTINCT code) AS occupations
  FROM (SELECT certificate_id, unnest(CASE WHEN soc = [] THEN [NULL] ELSE soc END) AS code FROM link)
)
SELECT certificate_id, skill_id,
  round(500 * (1 - coalesce(ln(spread.certificates) / nullif(ln(total.certificates), 0), 0))
    + 500 * (1 - coalesce(ln(greatest(spread.occupations, 1)) / nullif(ln(greatest(total.occupations, 1)), 0), 0))
  )::INTEGER AS weight
FROM link JOIN spread USING (skill_id) CROSS JOIN total
WHERE certificate_id IS NOT NULL
