-- One row per posting and earlier posting of the same employer and title with word-Jaccard >= 0.95 and at most 60 days
-- between them: the pairs of near_pair, compared exactly. In a long row of near copies each is linked to its neighbours, so that a
-- copy of a copy is a copy.
-- key: posting_id, earlier_id
WITH unlike AS (
  SELECT posting_id, earlier_id FROM intermediate.near_pair WHERE NOT same_text
), needed AS (
  SELECT posting_id, content_hash, batch FROM intermediate.posting_version
  SEMI JOIN (SELECT posting_id FROM unlike UNION SELECT earlier_id FROM unlike) USING (posting_id)
), worded AS (
  SELECT posting_id,
    list_distinct(list_transform(string_split(replace(lower(text), chr(10), ' '), ' '), lambda word: hash(word))) AS word_set
  FROM staging.posting JOIN needed USING (posting_id, content_hash, batch)
)
SELECT unlike.posting_id, earlier_id
FROM unlike
JOIN worded AS later USING (posting_id)
JOIN worded AS earlier ON earlier.posting_id = earlier_id
WHERE len(list_intersect(later.word_set, earlier.word_set)) * 1.95 >= 0.95 * (len(later.word_set) + len(earlier.word_set))
UNION ALL
SELECT posting_id, earlier_id FROM intermediate.near_pair WHERE same_text
