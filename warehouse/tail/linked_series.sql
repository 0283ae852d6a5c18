-- Sums over sources.
SELECT certificate_id::entity_id AS certificate_id, month, sum(asking)::BIGINT AS asking, sum(own)::BIGINT AS own,
  sum(before)::BIGINT AS before
FROM aggregates.line_month GROUP BY ALL
