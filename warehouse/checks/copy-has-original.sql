-- A copy points to a posting of the same title that is no copy itself and was not dated later.
SELECT p.posting_id, p.duplicate_of FROM made.posting AS p
LEFT JOIN marts.posting AS o ON o.posting_id = p.duplicate_of
WHERE p.duplicate_of IS NOT NULL AND (
  o.posting_id IS NULL OR o.duplicate_of IS NOT NULL OR title_key(o.title) <> title_key(p.title) OR o.posted_on > p.posted_on)
