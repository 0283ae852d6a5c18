-- One row per posting that is a copy of an earlier one under the same title: the same requisition at the same employer, the
-- same words (of the same employer, or of anybody where there are at least 300 characters of them), or nearly the same words
-- (near_copy).
-- The copy that came first stays; undated copies come last. A copy that follows the end of all earlier ones by more than 60
-- days is a new posting, and the first of its own row of copies.
-- key: posting_id
WITH RECURSIVE candidate AS (
  SELECT posting_id, employer_key, title_key, requisition, posted_on, first_seen, text_key, length,
    greatest(posted_on, closed_on, last_sighting) AS ends_on,
    row_number() OVER (ORDER BY posted_on NULLS LAST, first_seen, posting_id) AS place
  FROM intermediate.posting_version JOIN intermediate.posting_words USING (posting_id)
), grouped AS (
  SELECT 'r' AS rule, [employer_key, requisition] AS copy_key, * FROM candidate WHERE employer_key IS NOT NULL
  UNION ALL
  SELECT 't', [text_key::VARCHAR, CASE WHEN length < 300 THEN coalesce(employer_key, '') END], *
  FROM candidate WHERE length > 0
), gap AS (
  SELECT *, coalesce(posted_on - max(ends_on) OVER (
      PARTITION BY rule, title_key, copy_key ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) > 60 AS is_new
  FROM grouped
  QUALIFY count(*) OVER (PARTITION BY rule, title_key, copy_key) > 1
), session AS (
  SELECT *, sum(is_new::INTEGER) OVER (PARTITION BY rule, title_key, copy_key ORDER BY place) AS session FROM gap
), edge AS (
  SELECT place, min(place) OVER (PARTITION BY rule, title_key, copy_key, session) AS earlier FROM session
  UNION ALL
  SELECT later.place, earlier.place
  FROM intermediate.near_copy JOIN candidate AS later USING (posting_id)
  JOIN candidate AS earlier ON earlier.posting_id = earlier_id
), parent AS (
  SELECT place, min(earlier) AS earlier FROM edge WHERE earlier < place GROUP BY ALL
), path AS (
  SELECT place, earlier, 1 AS step FROM parent
  UNION ALL
  SELECT path.place, parent.earlier, step + 1 FROM path JOIN parent ON parent.place = path.earlier
)
SELECT copy.posting_id, first.posting_id AS duplicate_of
FROM (SELECT place, arg_max(earlier, step) AS earlier FROM path GROUP BY ALL) AS root
JOIN candidate AS copy USING (place)
JOIN candidate AS first ON first.place = root.earlier
