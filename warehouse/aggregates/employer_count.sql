-- One row per certificate (in its own kind of demand), line of certificates, skill or occupation that counted postings with a month ask for: the
-- distinct employers of all of them.
-- key: kind, entity
SELECT 'certificate' AS kind, certificate_id AS entity, count(DISTINCT employer)::INTEGER AS employers
FROM aggregates.posting_demand JOIN aggregates.counted_posting USING (posting_id)
WHERE asking > 0 AND month IS NOT NULL GROUP BY certificate_id
UNION ALL
SELECT 'line', certificate_id, count(DISTINCT employer)::INTEGER
FROM aggregates.posting_line JOIN aggregates.counted_posting USING (posting_id)
WHERE month IS NOT NULL GROUP BY certificate_id
UNION ALL
SELECT 'skill', entity, count(DISTINCT employer)::INTEGER
FROM aggregates.posting_ask JOIN aggregates.counted_posting USING (posting_id)
WHERE kind = 'skill' AND level <= 3 AND month IS NOT NULL GROUP BY entity
UNION ALL
SELECT 'occupation', soc, count(DISTINCT employer)::INTEGER
FROM aggregates.counted_posting WHERE soc IS NOT NULL AND month IS NOT NULL GROUP BY soc
