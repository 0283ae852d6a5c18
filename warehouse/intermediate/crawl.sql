-- One row per source and day of crawling. A source that was tried twice a day counts by its best try: one healthy crawl is
-- enough. Healthy means: no error, and not under its expectation (censored). What batches of earlier versions do not say is
-- none (faults, drift, 304s, pages not asked for) or null (requests, bytes).
-- key: source_id, date
SELECT o.source_id, o.date, o.expected_min, o.expected_max, o.seen, o."new", o.failed,
  coalesce(o.censored, false) AS censored, o.http, o.robots, o.error,
  coalesce(o.not_modified, 0) AS not_modified, coalesce(o.not_asked, 0) AS not_asked,
  CASE WHEN o.hosts IS NOT NULL
    THEN coalesce(list_sum(list_transform(map_values(o.hosts), lambda host: host.requests)), 0)::BIGINT END AS requests,
  CASE WHEN o.hosts IS NOT NULL
    THEN coalesce(list_sum(list_transform(map_values(o.hosts), lambda host: host.bytes)), 0)::BIGINT END AS bytes,
  coalesce(list_bool_or(list_transform(map_values(o.hosts), lambda host: host.suspended)), false) AS suspended,
  coalesce(o.faults, []) AS faults,
  coalesce(o.drift."unknown", []) AS drift_unknown, coalesce(o.drift.vanished, []) AS drift_vanished,
  NOT coalesce(o.censored, false) AND o.error IS NULL AS healthy, o.alarm
FROM staging.crawl_outcome AS o
WHERE o.source_id IS NOT NULL AND o.date IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY o.source_id, o.date ORDER BY healthy DESC, batch DESC) = 1
