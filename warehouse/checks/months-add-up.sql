-- The postings of the months of scope all are the postings that count: dated, read, no copies, from sources that were healthy.
WITH month AS (
  SELECT sum(postings) AS postings FROM marts.requirement_month WHERE scope = 'all'
)
SELECT postings AS in_months, in_months AS that_count
FROM (SELECT month.postings, count.in_months FROM month CROSS JOIN intermediate.posting_count AS count)
WHERE coalesce(postings, 0) <> in_months
