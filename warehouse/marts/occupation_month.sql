-- One row per detailed occupation and month with postings.
-- key: soc, month
-- column postings: postings for the occupation
-- column share: its part of all postings of the month
SELECT p.soc, p.month, count(*)::INTEGER AS postings, count(*) / any_value(s.postings) AS share
FROM intermediate.posting AS p JOIN intermediate.scope_month AS s ON s.month = p.month AND s.scope = 'all'
WHERE p.counted AND p.soc IS NOT NULL
GROUP BY p.soc, p.month
ORDER BY p.soc, p.month
