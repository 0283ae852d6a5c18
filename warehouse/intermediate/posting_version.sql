-- One row per posting: its latest version (by the day seen, then the date it states), without the text, and when it was seen.
-- Date: the earliest that any version states and that is not later than the day after we first met the posting: an advert
-- that is dated anew, or opens again after it was closed, keeps its first date (whether a re-post is a new demand is for
-- the dedup to say); else the day first seen, for ever, where the source had a healthy crawl without it in the week before
-- (what is open on a source's first day, or on the first after an outage, may be of any age); else unknown, which never
-- enters a trend.
-- Closed: the first healthy crawl after the last sighting that no longer lists it, or the day that the latest version states
-- (it may lie ahead), unless the posting was seen open after that day; the earlier of both. Failed and censored crawls close
-- nothing, and nor does a source that is not crawled any more. One that is seen again is open again.
-- A source that was renamed goes on with its postings: what counts is who saw a posting first and who last.
-- key: posting_id
WITH latest AS (
  SELECT * EXCLUDE (text),
    min(seen_on) OVER (PARTITION BY posting_id) AS first_version_on,
    min(posted_on) FILTER (posted_on_quality = 'stated' AND posted_on <= seen_on + 1) OVER (PARTITION BY posting_id) AS stated_on
  FROM staging.posting
  QUALIFY row_number() OVER (PARTITION BY posting_id ORDER BY seen_on DESC, posted_on DESC NULLS LAST, batch DESC, content_hash) = 1
), seen AS (
  SELECT posting_id, min(seen_on) AS first_sighting, max(seen_on) AS last_sighting,
    arg_min(source, (seen_on, source)) AS first_source, arg_max(source, (seen_on, source)) AS last_source
  FROM staging.sighting GROUP BY ALL
), healthy AS (
  SELECT source_id AS source, date FROM intermediate.crawl WHERE healthy
), dated AS (
  SELECT latest.* REPLACE (CASE
      WHEN closed_on < last_sighting OR closed_on < stated_on THEN NULL
      ELSE closed_on END AS closed_on), first_sighting, last_sighting, first_source, last_source,
    least(first_sighting, first_version_on) AS first_seen,
    CASE
      WHEN stated_on <= first_seen + 1 THEN 'stated'
      WHEN before.date >= first_sighting - 7 AND first_sighting = first_seen THEN 'first_seen'
      ELSE 'unknown'
    END AS quality
  FROM latest LEFT JOIN seen USING (posting_id)
  ASOF LEFT JOIN healthy AS before ON first_source = before.source AND first_sighting > before.date
)
SELECT dated.* EXCLUDE (posted_on, posted_on_quality, closed_on, first_version_on, stated_on, first_sighting, first_source,
    last_source, quality),
  CASE quality WHEN 'stated' THEN stated_on WHEN 'first_seen' THEN first_sighting END AS posted_on,
  quality AS posted_on_quality,
  least(dated.closed_on, healthy.date) AS closed_on,
  greatest(last_sighting, seen_on) AS last_seen,
  coalesce(reopened, 0) AS reopened,
  title_key(title) AS title_key,
  employer_key(employer) AS employer_key
FROM dated
ASOF LEFT JOIN healthy ON last_source = healthy.source AND last_sighting < healthy.date
LEFT JOIN intermediate.reopening USING (posting_id)
