-- One row per counted posting and certificate or skill that it names: by the strongest of its levels, and whether every mention of
-- that level stands among alternatives.
-- key: posting_id, kind, entity
WITH named AS (
  SELECT posting_id, m.kind AS kind, m.entity AS entity, requirement_rank(m.requirement) AS level,
    CASE WHEN m."group" IS NULL THEN 0 ELSE 1 END AS alternative
  FROM (
    SELECT posting_id, explode(mentions) AS m
    FROM staging.extraction SEMI JOIN aggregates.counted_posting USING (posting_id, content_hash)
  ) AS mention
)
SELECT posting_id, kind, entity, min(level) AS level, min_by(alternative, 2 * level + alternative) AS alternative
FROM named
GROUP BY posting_id, kind, entity
