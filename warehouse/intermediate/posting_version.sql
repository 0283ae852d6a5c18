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
-- `posting_no` numbers the postings in the order of their dates, undated ones last: intermediate models know a posting by it, and a copy
-- has a higher one than what it copies. `title_no` and `employer_no` are hashes of title_key and employer_key: of ten million names
-- two would share one once in a million times.
-- key: posting_id
WITH several AS (
  SELECT posting_id FROM staging.posting GROUP BY posting_id HAVING count(*) > 1
), latest AS (
  SELECT * EXCLUDE (text, file, platform, board, remote), seen_on AS first_version_on,
    CASE WHEN posted_on_quality = 'stated' AND posted_on <= seen_on + 1 THEN posted_on END AS stated_on
  FROM staging.posting ANTI JOIN several USING (posting_id)
  UNION ALL
  SELECT * EXCLUDE (text, file, platform, board, remote),
    min(seen_on) OVER (PARTITION BY posting_id),
    min(posted_on) FILTER (posted_on_quality = 'stated' AND posted_on <= seen_on + 1) OVER (PARTITION BY posting_id)
  FROM staging.posting SEMI JOIN several USING (posting_id)
  QUALIFY row_number() OVER (PARTITION BY posting_id ORDER BY seen_on DESC, posted_on DESC NULLS LAST, batch DESC, content_hash) = 1
), seen AS (
  SELECT posting_id, min(seen_on) AS first_sighting, max(seen_on) AS last_sighting,
    min(source) AS least_source, max(source) AS greatest_source
  FROM staging.sighting GROUP BY posting_id
), moved AS (
  SELECT posting_id, arg_min(source, (seen_on, source)) AS first_source, arg_max(source, (seen_on, source)) AS last_source
  FROM staging.sighting SEMI JOIN (SELECT posting_id FROM seen WHERE least_source <> greatest_source) USING (posting_id)
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
), employer AS (
  SELECT employer, hash(employer_key(employer)) AS employer_no
  FROM (SELECT DISTINCT employer FROM latest) WHERE employer_key(employer) IS NOT NULL
), version AS (
  SELECT placed.* EXCLUDE (posted_on, posted_on_quality, closed_on, first_version_on, stated_on, first_sighting, first_source,
      last_source),
    CASE
      WHEN stated_on <= first_seen + 1 THEN 'stated'
      WHEN healthy_before >= first_sighting - 7 AND first_sighting = first_seen THEN 'first_seen'
      ELSE 'unknown'
    END AS quality,
    CASE quality WHEN 'stated' THEN stated_on WHEN 'first_seen' THEN first_sighting END AS posted_on,
    least(CASE WHEN closed_on >= last_sighting IS NOT FALSE AND closed_on >= stated_on IS NOT FALSE THEN closed_on END, healthy_after)
      AS closed_on,
    greatest(last_sighting, seen_on) AS last_seen,
    coalesce(reopened, 0) AS reopened,
    hash(title_key(title)) AS title_no,
    employer_no
  FROM placed LEFT JOIN met USING (first_source, first_sighting) LEFT JOIN missed USING (last_source, last_sighting)
  LEFT JOIN intermediate.reopening USING (posting_id)
  LEFT JOIN employer USING (employer)
), numbered AS (
  SELECT posting_id, row_number() OVER (ORDER BY posted_on NULLS LAST, first_seen, posting_id)::INTEGER AS posting_no FROM version
)
SELECT version.* RENAME (quality AS posted_on_quality), posting_no FROM version JOIN numbered USING (posting_id)
