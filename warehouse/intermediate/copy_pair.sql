-- One row per posting and what it shares (`block`, of copy_key) with a posting before it: the first of its row of copies. A copy that
-- follows the end of all earlier ones by more than 60 days is a new posting, and the first of its own row.
-- slices: block, renewed
-- key: block, posting_no
WITH grouped AS (
  SELECT by_requisition AS block, posting_no, posted_on, ends_on FROM intermediate.copy_key
  WHERE by_requisition IS NOT NULL
    AND (getvariable('everything') OR by_requisition IN (FROM intermediate.stale_copy_pair))
  UNION ALL
  SELECT by_text, posting_no, posted_on, ends_on FROM intermediate.copy_key
  WHERE by_text IS NOT NULL
    AND (getvariable('everything') OR by_text IN (FROM intermediate.stale_copy_pair))
), repeated AS (
  SELECT * FROM grouped SEMI JOIN (SELECT block FROM grouped GROUP BY block HAVING count(*) > 1) USING (block)
), gap AS (
  SELECT *, coalesce(posted_on - max(ends_on) OVER (
      PARTITION BY block ORDER BY posting_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) > 60 AS is_new
  FROM repeated
), session AS (
  SELECT *, sum(is_new::INTEGER) OVER (PARTITION BY block ORDER BY posting_no) AS session FROM gap
), edge AS (
  SELECT block, posting_no, min(posting_no) OVER (PARTITION BY block, session) AS earlier_no FROM session
)
SELECT block, posting_no, earlier_no FROM edge WHERE earlier_no < posting_no
