-- One row per posting that is a copy of an earlier one under the same title: the same requisition at the same employer, the
-- same words (of the same employer, or of anybody where there are at least 300 characters of them), or nearly the same words
-- (near_copy).
-- The copy that came first stays; undated copies come last. A copy that follows the end of all earlier ones by more than 60
-- days is a new posting, and the first of its own row of copies.
-- slices: posting_no, made whole
-- key: posting_no
WITH RECURSIVE candidate AS (
  SELECT posting_no, employer_no, title_no, requisition, posted_on, text_key, text_length, greatest(posted_on, closed_on, last_sighting) AS ends_on
  FROM intermediate.posting_version JOIN intermediate.reading USING (posting_no)
), grouped AS (
  SELECT hash('r', title_no, employer_no, requisition) AS copy_key, posting_no, posted_on, ends_on
  FROM candidate WHERE employer_no IS NOT NULL
  UNION ALL
  SELECT hash('t', title_no, text_key, CASE WHEN text_length < 300 THEN coalesce(employer_no, 0) END), posting_no, posted_on, ends_on
  FROM candidate WHERE text_key <> 0
), repeated AS (
  SELECT * FROM grouped SEMI JOIN (SELECT copy_key FROM grouped GROUP BY copy_key HAVING count(*) > 1) USING (copy_key)
), gap AS (
  SELECT *, coalesce(posted_on - max(ends_on) OVER (
      PARTITION BY copy_key ORDER BY posting_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) > 60 AS is_new
  FROM repeated
), session AS (
  SELECT *, sum(is_new::INTEGER) OVER (PARTITION BY copy_key ORDER BY posting_no) AS session FROM gap
), edge AS (
  SELECT posting_no, min(posting_no) OVER (PARTITION BY copy_key, session) AS earlier FROM session
  UNION ALL
  SELECT posting_no, earlier_no FROM intermediate.near_copy
), parent AS (
  SELECT posting_no, min(earlier) AS earlier FROM edge WHERE earlier < posting_no GROUP BY ALL
), path AS (
  SELECT posting_no, earlier, 1 AS step FROM parent
  UNION ALL
  SELECT path.posting_no, parent.earlier, step + 1 FROM path JOIN parent ON parent.posting_no = path.earlier
)
SELECT root.posting_no, root.duplicate_no, first.posting_id AS duplicate_of
FROM (SELECT posting_no, arg_max(earlier, step) AS duplicate_no FROM path GROUP BY ALL) AS root
JOIN intermediate.posting_version AS first ON first.posting_no = root.duplicate_no
