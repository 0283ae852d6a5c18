-- One row per mention of the latest version of each posting that counts: what is needed to say what it asks for. Names that the taxonomy
-- does not have are left out (checks/mention-has-entity.sql finds them in the mart).
-- slices: posting_no
SELECT posting_no, entity, is_certificate, requirement, alternative
FROM (
  SELECT posting_no, unnest(list_transform(mentions, lambda m: {entity: TRY_CAST(m.entity AS entity_id),
    is_certificate: m.kind = 'certificate', requirement: m.requirement::requirement_level, alternative: m."group" IS NOT NULL}),
    recursive := true)
  FROM (SELECT mentions, file, "row" FROM staging.extraction)
  JOIN intermediate.reading_place USING (file, "row")
  SEMI JOIN (SELECT posting_no FROM intermediate.posting WHERE counted) USING (posting_no)
)
WHERE entity IS NOT NULL
