-- One row per mention of the latest version of each posting that counts: what is needed to say what it asks for. Names that the taxonomy
-- does not have are left out (checks/mention-has-entity.sql finds them in the mart).
SELECT posting_no, entity, is_certificate, requirement, alternative
FROM (
  SELECT posting_id, content_hash, unnest(list_transform(mentions, lambda m: {entity: TRY_CAST(m.entity AS entity_id),
    is_certificate: m.kind = 'certificate', requirement: m.requirement::requirement_level, alternative: m."group" IS NOT NULL}),
    recursive := true)
  FROM staging.extraction
) JOIN (SELECT posting_no, posting_id, content_hash FROM intermediate.posting WHERE counted) USING (posting_id, content_hash)
WHERE entity IS NOT NULL
