-- Sums of the counts of occupation groups; what is left of a source's postings is of no group.
WITH counted AS (
  SELECT source, split_part(scope, ':', 2) AS major, month, postings FROM aggregates.posting_month WHERE starts_with(scope, 'soc:')
  UNION ALL
  SELECT source, '', month, CASE scope WHEN 'all' THEN postings ELSE -postings END FROM aggregates.posting_month
  WHERE scope = 'all' OR starts_with(scope, 'soc:')
)
SELECT source::source_name AS source, major, coalesce(sum(postings) FILTER (month < recent), 0)::BIGINT AS n0,
  coalesce(sum(postings) FILTER (month >= recent), 0)::BIGINT AS n1
FROM counted CROSS JOIN intermediate.compared_period
WHERE month BETWEEN base AND base_end OR month BETWEEN recent AND last_month
GROUP BY ALL HAVING n0 + n1 > 0
