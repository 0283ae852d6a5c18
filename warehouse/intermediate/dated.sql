-- One row per posting: which of its versions is the latest (by the day seen, then the date it states), and the days that rest on all
-- of its versions, on its sightings and on the crawls of its source. Narrow, since every posting of the lake is looked at anew.
-- Date: the earliest that any version states and that is not later than the day after we first met the posting: an advert
-- that is dated anew, or opens again after it was closed, keeps its first date (whether a re-post is a new demand is for
-- the dedup to say); else the day first seen, for ever, where the source had a healthy crawl without it in the week before
-- (what is open on a source's first day, or on the first after an outage, may be of any age); else unknown, which never
-- enters a trend.
-- Closed: the first healthy crawl after the last sighting that no longer lists it, or the day that the latest version states
-- (it may lie ahead), unless the posting was seen open after that day; the earlier of both. Failed and censored crawls close
-- nothing, and nor does a source that is not crawled any more. One that is seen again is open again.
-- A source that was renamed goes on with its postings: what counts is who saw a posting first and who last.
-- relation: view
-- key: posting_id
WITH place AS (
  SELECT posting_id, content_hash, batch, file, "row", source, seen_on, posted_on, closed_on,
    CASE WHEN posted_on_quality = 'stated' AND posted_on <= seen_on + 1 THEN posted_on END AS stated_on
  FROM intermediate.touched_posting
), several AS (
  SELECT posting_id FROM intermediate.touched_posting GROUP BY posting_id HAVING count(*) > 1
), latest AS (
  SELECT * EXCLUDE (source, posted_on), seen_on AS first_version_on FROM place ANTI JOIN several USING (posting_id)
  UNION ALL
  SELECT * EXCLUDE (source, posted_on) REPLACE (min(stated_on) OVER (PARTITION BY posting_id) AS stated_on),
    min(seen_on) OVER (PARTITION BY posting_id)
  FROM place SEMI JOIN several USING (posting_id)
  QUALIFY row_number() OVER (PARTITION BY posting_id
    ORDER BY seen_on DESC, posted_on DESC NULLS LAST, batch DESC, content_hash, file, "row") = 1
), seen AS (
  SELECT posting_id, min(seen_on) AS first_sighting, max(seen_on) AS last_sighting,
    min(source) AS least_source, max(source) AS greatest_source
  FROM intermediate.touched_sighting GROUP BY posting_id
), moved AS (
  SELECT posting_id, arg_min(source, (seen_on, source)) AS first_source, arg_max(source, (seen_on, source)) AS last_source
  FROM intermediate.touched_sighting SEMI JOIN (SELECT posting_id FROM seen WHERE least_source <> greatest_source) USING (posting_id)
  GROUP BY posting_id
), healthy AS (
  SELECT source_id AS source, date FROM intermediate.crawl WHERE healthy
), placed AS (
  SELECT latest.*, first_sighting, last_sighting, coalesce(first_source, least_source) AS first_source,
    coalesce(last_source, least_source) AS last_source, least(first_sighting, first_version_on) AS first_seen
  FROM latest LEFT JOIN seen USING (posting_id) LEFT JOIN moved USING (posting_id)
), met AS (
  SELECT day.first_source, day.first_sighting, before.date AS healthy_before
  FROM (SELECT DISTINCT first_source, first_sighting FROM placed WHERE first_sighting IS NOT NULL) AS day
  ASOF JOIN healthy AS before ON first_source = before.source AND first_sighting > before.date
), missed AS (
  SELECT day.last_source, day.last_sighting, after.date AS healthy_after
  FROM (SELECT DISTINCT last_source, last_sighting FROM placed WHERE last_sighting IS NOT NULL) AS day
  ASOF JOIN healthy AS after ON last_source = after.source AND last_sighting < after.date
)
SELECT posting_id, content_hash, batch, file, "row", first_source, last_source, first_seen, last_sighting,
  CASE
    WHEN stated_on <= first_seen + 1 THEN 'stated'
    WHEN healthy_before >= first_sighting - 7 AND first_sighting = first_seen THEN 'first_seen'
    ELSE 'unknown'
  END AS posted_on_quality,
  CASE posted_on_quality WHEN 'stated' THEN stated_on WHEN 'first_seen' THEN first_sighting END AS posted_on,
  least(CASE WHEN closed_on >= last_sighting IS NOT FALSE AND closed_on >= stated_on IS NOT FALSE THEN closed_on END, healthy_after)
    AS closed_on,
  greatest(last_sighting, seen_on) AS last_seen,
  coalesce(reopened, 0) AS reopened
FROM placed LEFT JOIN met USING (first_source, first_sighting) LEFT JOIN missed USING (last_source, last_sighting)
LEFT JOIN intermediate.reopening USING (posting_id)
