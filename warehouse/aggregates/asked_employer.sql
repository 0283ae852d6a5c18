-- One row per certificate (in its own kind of demand), line of certificates, skill or occupation that counted postings with a month ask for,
-- and employer, null where none is known.
-- key: kind, entity, employer
-- slices: month
SELECT DISTINCT 'certificate' AS kind, certificate_id AS entity, employer
FROM aggregates.posting_demand JOIN aggregates.counted_posting USING (posting_id)
WHERE asking > 0 AND month IS NOT NULL
UNION ALL
SELECT DISTINCT 'line', certificate_id, employer
FROM aggregates.posting_line JOIN aggregates.counted_posting USING (posting_id)
WHERE month IS NOT NULL
UNION ALL
SELECT DISTINCT kind, entity, employer
FROM aggregates.posting_ask JOIN aggregates.counted_posting USING (posting_id)
WHERE kind = 'skill' AND level <= 3 AND month IS NOT NULL
UNION ALL
SELECT DISTINCT 'occupation', soc, employer
FROM aggregates.counted_posting WHERE soc IS NOT NULL AND month IS NOT NULL
