-- One row per posting whose latest version was read: the facts of its text, without the mentions, and what says which texts may be
-- copies of each other (extractors/fingerprint.ts).
-- slices: posting_no
-- key: posting_no
SELECT posting_no, facts.* EXCLUDE (posting_id, content_hash, mentions, file, "row")
FROM staging.extraction AS facts JOIN (SELECT posting_no, file, "row" FROM intermediate.reading_place) USING (file, "row")
