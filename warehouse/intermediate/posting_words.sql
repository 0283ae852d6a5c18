-- One row per posting whose title another posting shares (only those can be copies): the hash of its words in their order without
-- case, the length of its text in characters, and, where the employer is shared too, its sketch: the hashes of a quarter of its
-- words, the same quarter for all.
-- key: posting_id
WITH shared AS (
  SELECT posting_id, content_hash, batch,
    employer_key IS NOT NULL AND count(*) OVER (PARTITION BY title_key, employer_key) > 1 AS in_block
  FROM intermediate.posting_version
  QUALIFY count(*) OVER (PARTITION BY title_key) > 1
), worded AS (
  SELECT posting_id, in_block, length(text) AS length,
    list_transform(list_filter(string_split(replace(lower(text), chr(10), ' '), ' '), lambda word: word <> ''), lambda word: hash(word)) AS words
  FROM staging.posting JOIN shared USING (posting_id, content_hash, batch)
)
SELECT posting_id, hash(words) AS text_key, length, CASE WHEN in_block THEN list_filter(words, lambda word: word % 4 = 0) END AS sketch
FROM worded
