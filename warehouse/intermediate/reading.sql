-- One row per posting whose latest version was read: the facts of its text, without the mentions, and what says which texts may be
-- copies of each other (extractors/fingerprint.ts).
-- key: posting_no
WITH several AS (
  SELECT posting_id, content_hash FROM staging.extraction GROUP BY ALL HAVING count(*) > 1
), facts AS (
  SELECT * EXCLUDE (mentions) FROM staging.extraction ANTI JOIN several USING (posting_id, content_hash)
  UNION ALL
  SELECT * EXCLUDE (mentions) FROM staging.extraction SEMI JOIN several USING (posting_id, content_hash)
  QUALIFY row_number() OVER (PARTITION BY posting_id, content_hash ORDER BY lang) = 1
)
SELECT posting_no, facts.* EXCLUDE (posting_id, content_hash)
FROM facts JOIN (SELECT posting_no, posting_id, content_hash FROM intermediate.posting_version) USING (posting_id, content_hash)
