-- One row per posting whose title another posting shares (only those can be copies): the hash of its text without case, spaces
-- and line ends, its length in characters, and, where the employer is shared too, the set of its words' hashes.
-- key: posting_id
WITH shared AS (
  SELECT posting_id, content_hash, batch,
    employer_key IS NOT NULL AND count(*) OVER (PARTITION BY title_key, employer_key) > 1 AS in_block
  FROM intermediate.posting_version
  QUALIFY count(*) OVER (PARTITION BY title_key) > 1
), spaced AS (
  SELECT posting_id, in_block, replace(lower(text), chr(10), ' ') AS text
  FROM staging.posting JOIN shared USING (posting_id, content_hash, batch)
)
SELECT posting_id, hash(replace(text, ' ', '')) AS text_key, length(text) AS length,
  CASE WHEN in_block THEN list_distinct(list_transform(string_split(text, ' '), lambda word: hash(word))) END AS word_set
FROM spaced
