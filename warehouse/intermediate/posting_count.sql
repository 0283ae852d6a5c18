-- One row per lake: how many postings it has, with a date, of how many sources, how many are copies, count, and count within the months.
SELECT count(*) AS postings, count(posted_on) AS dated, count(DISTINCT source) AS sources, count(duplicate_of) AS copies,
  count(*) FILTER (counted) AS counted, count(*) FILTER (counted AND month IS NOT NULL) AS in_months
FROM intermediate.posting
