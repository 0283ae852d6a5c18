-- One row per occupation or skill and source with postings for it in one of the two periods of compared_period: how many in the first
-- and in the second.
-- key: kind, subject, source
WITH placed AS (
  SELECT posting_no, source, soc, month >= recent AS is_recent
  FROM intermediate.posting CROSS JOIN intermediate.compared_period
  WHERE counted AND (month BETWEEN base AND base_end OR month BETWEEN recent AND last_month)
), subject AS (
  SELECT 'occupation' AS kind, soc AS subject, source, is_recent FROM placed WHERE soc IS NOT NULL
  UNION ALL
  SELECT 'skill', skill_id, source, is_recent FROM placed JOIN intermediate.skill_ask USING (posting_no)
)
SELECT kind, subject, source, count(*) FILTER (NOT is_recent) AS base_k, count(*) FILTER (is_recent) AS k
FROM subject
GROUP BY ALL
