-- One row per counted certificate that this edition and the one before it both hold: what changed, by how much, and what can have
-- changed it. Empty in a first edition.
-- key: certificate_id
-- column vintage_before: day of the edition before this one
-- column vintage: day of this edition
-- column status_before: status in the edition before
-- column status: status now
-- column share_before: share over the last 12 months, in the edition before
-- column share_now: the same now
-- column share_change: share_now - share_before
-- column slope_before: slope in the edition before, in % a year
-- column slope_pct_year: slope now
-- column postings_added: postings that count now less those that counted then
-- column evidence_added: the same of those that ask for it
-- column causes: months went by, more postings, fewer postings, dedup (the part of copies moved by more than 1 point), extractor version, taxonomy version; method where a number moved and none of these did
WITH ranked AS (
  SELECT *, dense_rank() OVER (ORDER BY vintage DESC) AS place FROM marts.vintage
), pair AS (
  SELECT certificate_id, b.vintage AS vintage_before, n.vintage, b.status AS status_before, n.status, b.share_now AS share_before,
    n.share_now, n.share_now - b.share_now AS share_change, b.slope_pct_year AS slope_before, n.slope_pct_year,
    n.postings - b.postings AS postings_added, n.evidence - b.evidence AS evidence_added,
    list_filter([
      CASE WHEN n.as_of IS DISTINCT FROM b.as_of THEN 'months went by' END,
      CASE WHEN n.postings > b.postings THEN 'more postings' WHEN n.postings < b.postings THEN 'fewer postings' END,
      CASE WHEN abs(coalesce(share_of(n.copies, n.copies + n.postings), 0) - coalesce(share_of(b.copies, b.copies + b.postings), 0))
        > 0.01 THEN 'dedup' END,
      CASE WHEN n.extractor <> b.extractor THEN 'extractor version' END,
      CASE WHEN n.taxonomy <> b.taxonomy THEN 'taxonomy version' END
    ], lambda cause: cause IS NOT NULL) AS found,
    n.status <> b.status OR n.share_now IS DISTINCT FROM b.share_now OR n.evidence <> b.evidence
      OR n.slope_pct_year IS DISTINCT FROM b.slope_pct_year AS moved
  FROM (FROM ranked WHERE place = 1) AS n JOIN (FROM ranked WHERE place = 2) AS b USING (certificate_id)
  WHERE n.vintage = getvariable('vintage')::DATE
)
SELECT * EXCLUDE (found, moved), CASE WHEN NOT moved THEN [] WHEN found = [] THEN ['method'] ELSE found END AS causes
FROM pair
ORDER BY certificate_id
