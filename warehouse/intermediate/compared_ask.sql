-- One row per certificate, source and occupation group ('' where unknown) that asked for it in one of the two periods of
-- compared_period, in its own kind: asks in the first and in the second; thousandths, as in demand.
-- key: certificate_id, source, major
SELECT certificate_id, source, coalesce(major, '') AS major,
  coalesce(sum(asking) FILTER (month < recent), 0)::BIGINT AS a0, coalesce(sum(asking) FILTER (month >= recent), 0)::BIGINT AS a1
FROM intermediate.ask CROSS JOIN intermediate.compared_period
WHERE month BETWEEN base AND base_end OR month BETWEEN recent AND last_month
GROUP BY ALL
