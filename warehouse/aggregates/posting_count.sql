-- One row per lake: its postings, with a date, of how many sources, copies, and how many count, in all and within the months.
SELECT count(*) AS postings, count(posted_on) AS dated, count(DISTINCT source) AS sources, count(*) FILTER (WHERE copy) AS copies,
  count(*) FILTER (WHERE counted) AS counted, count(*) FILTER (WHERE counted AND month IS NOT NULL) AS in_months
FROM aggregates.posting
