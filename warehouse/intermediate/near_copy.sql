-- One row per posting and earlier posting of the same employer and title with word-Jaccard >= 0.95 and at most 60 days
-- between them. Pairs are found by one-permutation hashing (Li, Owen & Zhang 2012, NIPS 25): the words fall into 32 buckets
-- by their hash, each bucket is represented by its least hash, and postings that agree in one band of four buckets are
-- compared exactly, each with the two before it in its band. A pair at 0.95 is missed about twice in a million; in a long
-- row of near copies each is linked to its neighbours, so that a copy of a copy is a copy.
-- key: posting_id, earlier_id
WITH block AS (
  SELECT posting_id, employer_key, title_key, posted_on, first_seen, text_key, word_set,
    greatest(posted_on, closed_on, last_sighting) AS ends_on
  FROM intermediate.posting_version JOIN intermediate.posting_words USING (posting_id)
  WHERE word_set IS NOT NULL
), bucket AS (
  SELECT posting_id, word % 32 AS bucket, min(word) AS least
  FROM (SELECT posting_id, unnest(word_set) AS word FROM block) GROUP BY ALL
), band AS (
  SELECT posting_id, bucket // 4 AS band, hash(list((bucket, least) ORDER BY bucket)) AS band_key FROM bucket GROUP BY ALL
), neighbour AS (
  SELECT posting_id, unnest([
    lag(posting_id, 1) OVER in_band, lag(posting_id, 2) OVER in_band]) AS earlier_id
  FROM band JOIN block USING (posting_id)
  WINDOW in_band AS (
    PARTITION BY employer_key, title_key, band, band_key ORDER BY posted_on NULLS LAST, first_seen, posting_id)
)
SELECT posting_id, earlier_id
FROM (SELECT DISTINCT posting_id, earlier_id FROM neighbour WHERE earlier_id IS NOT NULL) AS pair
JOIN block AS later USING (posting_id)
JOIN block AS earlier ON earlier.posting_id = earlier_id
WHERE coalesce(later.posted_on - earlier.ends_on, 0) <= 60
  AND (later.text_key = earlier.text_key
    OR len(list_intersect(later.word_set, earlier.word_set)) * 1.95
      >= 0.95 * (len(later.word_set) + len(earlier.word_set)))
