-- The postings of the months of scope all are the postings that count: dated, read, no copies, from sources that were healthy.
WITH month AS (
  SELECT sum(postings) AS postings FROM marts.requirement_month WHERE scope = 'all'
), posting AS (
  SELECT count(*) AS postings FROM intermediate.posting WHERE counted AND month IS NOT NULL
)
SELECT month.postings AS in_months, posting.postings AS that_count FROM month CROSS JOIN posting
WHERE coalesce(month.postings, 0) <> posting.postings
