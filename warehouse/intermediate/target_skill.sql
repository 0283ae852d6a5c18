-- One row per certificate and skill asked for in its target occupations: those that the taxonomy names, else the three that ask
-- for it most. `postings` and `asking` count over all of them; `attested`: the certificate attests the skill.
-- key: certificate_id, skill_id
WITH named AS (
  SELECT certificate_id, unnest(soc) AS soc FROM staging.certificate
), found AS (
  SELECT certificate_id, soc FROM (
    SELECT entity AS certificate_id, value AS soc, asking FROM intermediate.ask_facet
    WHERE kind = 'certificate' AND facet = 'soc' AND value <> ''
  ) ANTI JOIN named USING (certificate_id)
  QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY asking DESC, soc) <= 3
), target AS (
  SELECT DISTINCT certificate_id, soc FROM named UNION SELECT certificate_id, soc FROM found
), size AS (
  SELECT certificate_id, sum(postings)::BIGINT AS postings FROM target JOIN intermediate.occupation_size USING (soc) GROUP BY ALL
), asked AS (
  SELECT value AS soc, entity AS skill_id, asking // 1000 AS asking FROM intermediate.ask_facet
  WHERE kind = 'skill' AND facet = 'soc' AND value <> ''
)
SELECT certificate_id, skill_id, any_value(postings) AS postings, sum(asking)::BIGINT AS asking,
  bool_or(own.skill_id IS NOT NULL) AS attested
FROM target JOIN asked USING (soc) JOIN size USING (certificate_id)
LEFT JOIN staging.certificate_skill AS own USING (certificate_id, skill_id)
GROUP BY ALL
