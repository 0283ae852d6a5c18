-- One row per counted posting and certificate or skill that it names: by the strongest of its levels, and whether every mention of
-- that level stands among alternatives. A posting that names a certificate names its families too.
-- key: posting_id, kind, entity
-- slices: month
WITH mention AS (
  SELECT posting_id, explode(mentions) AS m
  FROM staging.extraction SEMI JOIN aggregates.counted_posting USING (posting_id, content_hash)
), named AS (
  SELECT posting_id, m.kind AS kind, m.entity AS entity, requirement_rank(m.requirement) AS level,
    CASE WHEN m."group" IS NULL THEN 0 ELSE 1 END AS alternative
  FROM mention
), counted AS (
  SELECT posting_id, named.kind, family_id AS entity, level, alternative
  FROM named JOIN given.family ON certificate_id = entity WHERE named.kind = 'certificate'
  UNION ALL
  SELECT posting_id, named.kind, skill_id AS entity, level, alternative
  FROM named JOIN given.skill ON skill_id = entity WHERE named.kind = 'skill'
)
SELECT posting_id, kind, entity, min(level) AS level, min_by(alternative, 2 * level + alternative) AS alternative
FROM counted
GROUP BY posting_id, kind, entity
