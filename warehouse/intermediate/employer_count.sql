-- One row per certificate (in its own kind of demand), line of certificates, skill or occupation that dated postings ask for: the
-- distinct employers of all of them.
-- key: kind, entity
SELECT 'certificate' AS kind, certificate_id::VARCHAR AS entity, count(DISTINCT employer_no)::INTEGER AS employers
FROM intermediate.demand JOIN intermediate.scope USING (posting_no)
WHERE scope = 'all' AND asking > 0 GROUP BY ALL
UNION ALL
SELECT 'line', certificate_id::VARCHAR, count(DISTINCT employer_no)::INTEGER
FROM intermediate.linked_ask JOIN intermediate.scope USING (posting_no) WHERE scope = 'all' GROUP BY ALL
UNION ALL
SELECT 'skill', skill_id::VARCHAR, count(DISTINCT employer_no)::INTEGER
FROM intermediate.skill_ask JOIN intermediate.scope USING (posting_no) WHERE scope = 'all' GROUP BY ALL
UNION ALL
SELECT 'occupation', soc, count(DISTINCT employer_no)::INTEGER
FROM intermediate.posting WHERE counted AND month IS NOT NULL AND soc IS NOT NULL GROUP BY ALL
