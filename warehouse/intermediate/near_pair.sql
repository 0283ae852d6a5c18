-- One row per posting and earlier posting of the same employer and title, with at most 60 days between them, that may be nearly the
-- same text. Found by one-permutation hashing (Li, Owen & Zhang 2012, NIPS 25): the words of the sketches fall into 8 bands by
-- their hash, each band is represented by its least and greatest hash, and postings that agree in one band are paired, each with
-- the two before it in that band. A pair at word-Jaccard 0.95 is missed about once in a hundred million, and one of at most seven
-- different words in its sketches never, since a word breaks one band.
-- A text of fewer than 20 words may have an empty sketch; nearly the same is then word for word the same, which duplicate finds.
-- key: posting_id, earlier_id
WITH block AS (
  SELECT w.rowid AS place, posting_id, hash(employer_key, title_key) AS block, posted_on, text_key,
    greatest(posted_on, closed_on, last_sighting) AS ends_on,
    row_number() OVER (ORDER BY posted_on NULLS LAST, first_seen, posting_id) AS turn
  FROM intermediate.posting_words AS w JOIN intermediate.posting_version USING (posting_id)
  WHERE sketch IS NOT NULL
), band AS (
  SELECT place, word >> 61 AS band, hash(min(word), max(word)) AS band_key
  FROM (SELECT rowid AS place, unnest(sketch) AS word FROM intermediate.posting_words WHERE sketch IS NOT NULL)
  GROUP BY ALL
), neighbour AS (
  SELECT place, unnest([lag(place, 1) OVER in_band, lag(place, 2) OVER in_band]) AS earlier_place
  FROM band JOIN block USING (place) WINDOW in_band AS (PARTITION BY block, band, band_key ORDER BY turn)
)
SELECT later.posting_id, earlier.posting_id AS earlier_id, later.text_key = earlier.text_key AS same_text
FROM (SELECT DISTINCT place, earlier_place FROM neighbour WHERE earlier_place IS NOT NULL) AS pair
JOIN block AS later USING (place)
JOIN block AS earlier ON earlier.place = earlier_place
WHERE coalesce(later.posted_on - earlier.ends_on, 0) <= 60
