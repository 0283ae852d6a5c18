-- One row per source and day of crawling. A source that was tried twice a day counts by its best try: one healthy crawl is
-- enough. Healthy means: no error, and not under its expectation (censored).
-- key: source_id, date
SELECT o.source_id, o.date, o.expected_min, o.expected_max, o.seen, o."new", o.failed,
  coalesce(o.censored, false) AS censored, o.http, o.robots, o.error,
  NOT coalesce(o.censored, false) AND o.error IS NULL AS healthy
FROM staging.crawl_outcome AS o
WHERE o.source_id IS NOT NULL AND o.date IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY o.source_id, o.date ORDER BY healthy DESC, batch DESC) = 1
