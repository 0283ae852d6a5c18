-- One row per source and day of crawling, by the best try of the day.
-- key: source_id, date
-- column expected: the least number of postings that the source should yield; fewer censor it
-- column seen: postings seen open
-- column new: postings seen for the first time
-- column closed: postings found closed on that day
-- column failed: postings that were refused
-- column censored: true where the source failed or yielded too little: its silence is not a fall in demand
-- column http: number of answers by HTTP status, as JSON
-- column robots: number of addresses that robots.txt allowed and disallowed, as JSON
-- column error: what went wrong
WITH gone AS (
  SELECT source AS source_id, closed_on AS date, count(*)::INTEGER AS closed
  FROM intermediate.posting WHERE closed_on IS NOT NULL GROUP BY ALL
)
SELECT c.source_id, c.date, c.expected_min AS expected, c.expected_min, c.expected_max, c.seen, c."new",
  coalesce(gone.closed, 0) AS closed, c.failed, NOT c.healthy AS censored, c.http::VARCHAR AS http, c.robots::VARCHAR AS robots,
  c.error
FROM intermediate.crawl AS c LEFT JOIN gone USING (source_id, date)
ORDER BY source_id, date
