-- One row per posting whose latest version was read: where the reading stands, the first by language and place where batches brought
-- several. Renewed where new files name one of their postings, and where version is.
-- slices: posting_no, renewed
-- key: posting_no
WITH placed AS MATERIALIZED (
  SELECT posting_no, lang, file, "row"
  FROM (SELECT posting_id, content_hash, lang, file, "row" FROM staging.extraction)
  JOIN (SELECT posting_no, posting_id, content_hash FROM intermediate.version) USING (posting_id, content_hash)
), several AS (
  SELECT posting_no FROM placed GROUP BY posting_no HAVING count(*) > 1
)
FROM placed ANTI JOIN several USING (posting_no)
UNION ALL
FROM placed SEMI JOIN several USING (posting_no)
QUALIFY row_number() OVER (PARTITION BY posting_no ORDER BY lang, file, "row") = 1
