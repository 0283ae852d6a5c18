-- One row per posting and earlier posting of the same employer and title, with at most 60 days between them, that may be nearly the
-- same text: postings whose texts agree in one of their eight bands are paired, each with the two before it in that band. A pair at
-- word-Jaccard 0.95 is missed about once in a hundred million, and one of at most seven different words in its bands never, since a
-- word breaks one band. A text of fewer than 20 words may have no band; nearly the same is then word for word the same, which
-- duplicate finds. `block`: the employer and title.
-- slices: block, renewed
-- key: posting_no, earlier_no
WITH block AS (
  SELECT posting_no, hash(employer_no, title_no) AS block, posted_on, greatest(posted_on, closed_on, last_sighting) AS ends_on
  FROM intermediate.posting_version
  WHERE employer_no IS NOT NULL
    AND (getvariable('everything') OR hash(employer_no, title_no) IN (FROM intermediate.stale_near_pair))
), shared AS (
  SELECT posting_no, block, posted_on, ends_on, text_key, bands
  FROM block SEMI JOIN (SELECT block FROM block GROUP BY block HAVING count(*) > 1) USING (block)
  JOIN intermediate.reading USING (posting_no)
), band AS (
  SELECT posting_no, hash(block, number, band) AS place
  FROM (SELECT posting_no, block, unnest(bands) AS band, generate_subscripts(bands, 1) AS number FROM shared)
  WHERE band <> 0
), neighbour AS (
  SELECT posting_no, unnest([lag(posting_no, 1) OVER in_band, lag(posting_no, 2) OVER in_band]) AS earlier_no
  FROM band WINDOW in_band AS (PARTITION BY place ORDER BY posting_no)
)
SELECT later.posting_no, earlier.posting_no AS earlier_no, later.text_key, earlier.text_key AS earlier_key, later.block
FROM (SELECT DISTINCT posting_no, earlier_no FROM neighbour WHERE earlier_no IS NOT NULL) AS pair
JOIN shared AS later USING (posting_no)
JOIN shared AS earlier ON earlier.posting_no = earlier_no
WHERE coalesce(later.posted_on - earlier.ends_on, 0) <= 60
