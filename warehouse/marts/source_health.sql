-- One row per source and day of crawling, by the best try of the day.
-- key: source_id, date
-- column expected: the least number of postings that the source should yield; fewer censor it
-- column seen: postings seen open, those of pages that had not changed included
-- column new: postings seen for the first time
-- column closed: postings found closed on that day
-- column failed: postings that were refused
-- column censored: true where the source failed or yielded too little: its silence is not a fall in demand
-- column http: number of answers by HTTP status, as JSON
-- column robots: number of addresses that robots.txt allowed and disallowed, as JSON
-- column error: what went wrong
-- column not_modified: answers 304: the page was as before, and what it lists is open still
-- column not_asked: pages not asked for, because their list said that they were as before
-- column requests: requests sent, robots.txt, redirects and retries included; null before this was counted
-- column bytes: bytes of bodies received, as sent (compressed); null before this was counted
-- column faults: what went wrong by name, with the first address, its sentence and how often, as a JSON list
-- column drift_unknown: paths of fields that came for the first time
-- column drift_vanished: paths of fields that most adverts had before and none had on that day
-- column suspended: true where a host of it kept failing and was not asked any more
-- column first_fault: name and sentence of the first fault
WITH gone AS (
  SELECT source AS source_id, closed_on AS date, count(*)::INTEGER AS closed
  FROM intermediate.posting WHERE closed_on IS NOT NULL GROUP BY ALL
)
SELECT c.source_id, c.date, c.expected_min AS expected, c.expected_min, c.expected_max, c.seen, c."new",
  coalesce(gone.closed, 0) AS closed, c.failed, NOT c.healthy AS censored, c.http::VARCHAR AS http, c.robots::VARCHAR AS robots,
  c.error, c.not_modified, c.not_asked, c.requests, c.bytes, to_json(c.faults)::VARCHAR AS faults, c.drift_unknown,
  c.drift_vanished, c.suspended, c.faults[1].name || ': ' || c.faults[1].detail AS first_fault
FROM intermediate.crawl AS c LEFT JOIN gone USING (source_id, date)
ORDER BY source_id, date
