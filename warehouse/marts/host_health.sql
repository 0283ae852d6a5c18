-- One row per host and day of crawling: what all tries of all sources asked of it on that day.
-- key: host, date
-- column host: name and port that requests were sent to
-- column sources: sources that asked it
-- column requests: requests sent, robots.txt, redirects and retries included
-- column allowed: addresses that robots.txt allowed
-- column disallowed: addresses that robots.txt disallowed; they were not asked for
-- column http: number of answers by HTTP status, as JSON
-- column bytes: bytes of bodies received, as sent (compressed)
-- column seconds: time that requests were under way, added up
-- column slowed: how often the host made us slow down (429, 503, Retry-After)
-- column suspended: true where it kept failing and was not asked any more
WITH visit AS (
  SELECT source_id, date, unnest(map_entries(hosts)) AS entry FROM staging.crawl_outcome
), host AS (
  SELECT entry.key AS host, date, count(DISTINCT source_id)::INTEGER AS sources,
    sum(entry.value.requests)::BIGINT AS requests, sum(entry.value.allowed)::BIGINT AS allowed,
    sum(entry.value.disallowed)::BIGINT AS disallowed, sum(entry.value.bytes)::BIGINT AS bytes,
    round(sum(entry.value.seconds), 3) AS seconds, sum(entry.value.slowed)::BIGINT AS slowed,
    bool_or(entry.value.suspended) AS suspended
  FROM visit GROUP BY ALL
), status AS (
  SELECT host, date, status.key AS status, sum(status.value)::BIGINT AS answers
  FROM (SELECT entry.key AS host, date, unnest(map_entries(entry.value.http)) AS status FROM visit)
  GROUP BY ALL
), answer AS (
  SELECT host, date, to_json(map_from_entries(list((status, answers) ORDER BY status)))::VARCHAR AS http FROM status GROUP BY ALL
)
SELECT host, date, sources, requests, allowed, disallowed, coalesce(http, '{}') AS http, bytes, seconds, slowed, suspended
FROM host LEFT JOIN answer USING (host, date)
ORDER BY host, date
