-- One row per certificate (in its own kind of demand), line of certificates, skill or occupation that dated postings ask for: the
-- distinct employers of all of them.
-- key: kind, entity
SELECT kind::VARCHAR AS kind, entity::VARCHAR AS entity, employers
FROM (
  SELECT kind, entity, (count(DISTINCT employer_no) FILTER (employer_no <> 0))::INTEGER AS employers
  FROM intermediate.asking_employer GROUP BY ALL
)
UNION ALL
SELECT 'occupation', soc, (count(DISTINCT employer_no) FILTER (employer_no <> 0))::INTEGER
FROM intermediate.occupation_employer GROUP BY ALL
