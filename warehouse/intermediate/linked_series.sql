-- One row per certificate that took another's place and month of scope all in which its line is asked for: the linked series.
-- key: certificate_id, month
SELECT certificate_id, month, sum(asking)::BIGINT AS asking, coalesce(sum(asking) FILTER (own), 0)::BIGINT AS own,
  coalesce(sum(asking) FILTER (before), 0)::BIGINT AS before
FROM intermediate.linked_ask JOIN intermediate.scope USING (posting_no)
WHERE scope = 'all'
GROUP BY ALL
