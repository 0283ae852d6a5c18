-- One row per certificate (in its own kind of demand), line of certificates, skill or occupation that counted postings with a month ask for: the
-- distinct employers of all of them.
-- key: kind, entity
SELECT kind, entity, count(employer)::INTEGER AS employers
FROM aggregates.asked_employer
GROUP BY kind, entity
