-- One row per posting that is a copy of an earlier one under the same title: the same requisition at the same employer, the
-- same words (copy_pair), or nearly the same words (near_copy).
-- The copy that came first stays; undated copies come last.
-- slices: posting_no, made whole
-- key: posting_no
WITH RECURSIVE parent AS (
  SELECT posting_no, min(earlier_no) AS earlier
  FROM (SELECT posting_no, earlier_no FROM intermediate.copy_pair UNION ALL SELECT posting_no, earlier_no FROM intermediate.near_copy)
  GROUP BY ALL
), path AS (
  SELECT posting_no, earlier, 1 AS step FROM parent
  UNION ALL
  SELECT path.posting_no, parent.earlier, step + 1 FROM path JOIN parent ON parent.posting_no = path.earlier
)
SELECT root.posting_no, root.duplicate_no, first.posting_id AS duplicate_of
FROM (SELECT posting_no, arg_max(earlier, step) AS duplicate_no FROM path GROUP BY ALL) AS root
JOIN intermediate.posting_version AS first ON first.posting_no = root.duplicate_no
