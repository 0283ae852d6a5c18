-- One row per month and vacancy that stood open on its last day, as its source showed it on its last healthy crawl of the week up to
-- that day: sources that were not crawled then have no rows. A vacancy is open while one of its copies is.
-- key: posting_no, month
WITH crawled AS (
  SELECT source_id AS source, date_trunc('month', date)::DATE AS month, max(date) AS date
  FROM intermediate.crawl
  WHERE healthy AND date > last_day(date) - 7
  GROUP BY ALL
)
SELECT DISTINCT coalesce(duplicate_no, posting_no) AS posting_no, crawled.month
FROM intermediate.posting JOIN crawled USING (source)
WHERE first_seen <= date AND coalesce(closed_on > date, last_seen >= date)
