-- One row per detailed occupation and month with postings.
-- key: soc, month
-- column postings: postings for the occupation
-- column share: its part of all postings of the month
SELECT p.soc, p.month, sum(p.postings)::INTEGER AS postings, sum(p.postings) / any_value(s.postings) AS share
FROM intermediate.occupation_count AS p JOIN intermediate.scope_month AS s ON s.month = p.month AND s.scope = 'all'
GROUP BY p.soc, p.month
ORDER BY p.soc, p.month
