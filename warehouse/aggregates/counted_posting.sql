-- One row per posting that counts: its latest version, where it was read, has a date and is the first with its words.
-- A copy here is the same title and text, word for word; the warehouse also finds near copies and copies that name their original.
-- Facts that a source states come before those read from the text.
-- key: posting_id
WITH version AS (
  SELECT posting_id, content_hash, source, region, employment_type, posted_on, posted_on_quality, seen_on,
    row_number() OVER (
      PARTITION BY posting_id ORDER BY seen_on DESC, posted_on DESC NULLS LAST, batch DESC, content_hash) AS place
  FROM staging.posting
), latest AS (
  SELECT *, row_number() OVER (PARTITION BY content_hash ORDER BY posted_on ASC NULLS LAST, seen_on, posting_id) AS copy
  FROM version WHERE place = 1
), fact AS (
  SELECT posting_id, content_hash, min(soc) AS soc, min(region) AS region, min(seniority) AS seniority
  FROM staging.extraction GROUP BY posting_id, content_hash
)
SELECT posting_id, content_hash, source, date_trunc('month', posted_on)::DATE AS month, soc,
  coalesce(latest.region, fact.region) AS region,
  CASE WHEN employment_type = 'internship' THEN 'internship' ELSE seniority END AS seniority
FROM latest JOIN fact USING (posting_id, content_hash)
WHERE copy = 1 AND posted_on IS NOT NULL AND posted_on_quality <> 'unknown'
