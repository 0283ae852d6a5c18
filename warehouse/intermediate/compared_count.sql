-- One row per source and occupation group ('' where unknown) with postings in one of the two periods of compared_period: how many in
-- the first and in the second.
-- key: source, major
SELECT source, coalesce(major, '') AS major, count(*) FILTER (month < recent) AS n0, count(*) FILTER (month >= recent) AS n1
FROM intermediate.posting CROSS JOIN intermediate.compared_period
WHERE counted AND (month BETWEEN base AND base_end OR month BETWEEN recent AND last_month)
GROUP BY ALL
