-- One row per posting and certificate or skill that it names, at each place of its text; of the latest version of each posting.
-- In the order of the lake's files: sorting the quotations would cost more than all the rest of it.
-- slices: posting_no
-- key: posting_id, entity, start
-- column entity: a certificate id or a skill id
-- column start: where it begins in the plain text, in UTF-16 code units
-- column end: where it ends, exclusive
-- column kind: certificate or skill
-- column requirement: required, preferred, mentioned, not_required, employer_provides or obtain_after_hire
-- column section: the part of the posting that it stands in
-- column group: mentions of one posting with one group number are alternatives of each other
-- column surface: the words as they stand there
-- column evidence: at most 160 characters around it
SELECT posting_id, m.entity, m."start", m."end", m.kind, m.requirement, m.section, m."group", m.surface,
  left(m.evidence, 160) AS evidence
FROM (
  SELECT posting_id, unnest(mentions) AS m
  FROM (SELECT posting_id, mentions, file, "row" FROM staging.extraction) SEMI JOIN intermediate.reading_place USING (file, "row")
)
