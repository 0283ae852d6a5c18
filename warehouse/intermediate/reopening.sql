-- One row per posting that came back: how often there was a gap, one or more healthy crawls of its source that did not list
-- it, between two days on which it was seen open. Days of failed and censored crawls are no gap.
-- A day's place is 2k - 1 on the source's k-th healthy day and 2k on any other day before the next one, so that there are
-- (place + 1) // 2 healthy days up to a day and place // 2 before it.
-- key: posting_id
WITH crawled AS (
  SELECT source_id AS source, date AS seen_on,
    2 * count(*) FILTER (healthy) OVER (PARTITION BY source_id ORDER BY date) - healthy::INTEGER AS place
  FROM intermediate.crawl
), sighted AS (
  SELECT posting_id, list_sort(list_distinct(list(place))) AS places
  FROM intermediate.touched_sighting JOIN crawled USING (source, seen_on)
  GROUP BY posting_id, source
)
SELECT posting_id,
  sum(len(list_filter(list_zip(places, places[2:]), lambda pair: pair[2] // 2 > (pair[1] + 1) // 2)))::INTEGER AS reopened
FROM sighted
GROUP BY posting_id
HAVING reopened > 0
