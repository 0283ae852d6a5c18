-- One row per posting: its latest version (by the day seen, then the date it states), without the text, and when it was seen.
-- Dates: the source's own where it states one that is not later than the day after we saw it; else the day first seen,
-- for sources that we crawl and only after their first healthy crawl (what is open on the first day may be of any age);
-- else unknown, which never enters a trend. Closed: as stated, else the first healthy crawl that no longer saw it.
-- key: posting_id
WITH latest AS (
  SELECT * EXCLUDE (text),
    min(seen_on) OVER (PARTITION BY posting_id) AS first_version_on
  FROM staging.posting
  QUALIFY row_number() OVER (PARTITION BY posting_id ORDER BY seen_on DESC, posted_on DESC NULLS LAST, batch DESC, content_hash) = 1
), seen AS (
  SELECT posting_id, min(seen_on) AS first_sighting, max(seen_on) AS last_sighting FROM staging.sighting GROUP BY ALL
), crawled AS (
  SELECT source_id AS source, min(date) AS first_crawl FROM intermediate.crawl WHERE healthy GROUP BY ALL
), dated AS (
  SELECT latest.*, first_sighting, last_sighting,
    CASE
      WHEN posted_on_quality = 'stated' AND posted_on <= seen_on + 1 THEN 'stated'
      WHEN first_sighting > first_crawl THEN 'first_seen'
      ELSE 'unknown'
    END AS quality
  FROM latest LEFT JOIN seen USING (posting_id) LEFT JOIN crawled USING (source)
), missed AS (
  SELECT posting_id, min(date) AS missed_on
  FROM dated JOIN intermediate.crawl ON source_id = source AND date > last_sighting
  WHERE healthy
  GROUP BY ALL
)
SELECT * EXCLUDE (posted_on, posted_on_quality, closed_on, first_version_on, first_sighting, quality),
  CASE quality WHEN 'stated' THEN posted_on WHEN 'first_seen' THEN first_sighting END AS posted_on,
  quality AS posted_on_quality,
  coalesce(closed_on, missed_on) AS closed_on,
  least(first_sighting, first_version_on) AS first_seen,
  greatest(last_sighting, seen_on) AS last_seen,
  title_key(title) AS title_key,
  employer_key(employer) AS employer_key
FROM dated LEFT JOIN missed USING (posting_id)
