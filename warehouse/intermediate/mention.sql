-- One row per mention of the latest version of each posting that counts: what is needed to say what it asks for.
SELECT posting_id, m.entity, m.kind, m.requirement, m."group" IS NOT NULL AS alternative
FROM (
  SELECT posting_id, unnest(mentions) AS m
  FROM staging.extraction
  SEMI JOIN (SELECT posting_id, content_hash FROM intermediate.posting WHERE counted) AS p USING (posting_id, content_hash)
)
