-- One row per alarm and source that stands after the last night: what somebody should look at. Everything is measured
-- against the last night of all sources and their own history, never against a clock.
-- stale: days from the source's last healthy night (its first one where there was none) to the last night; 3 and 7.
-- volume_low, volume_high: postings seen over the median of up to 14 healthy nights before, given five of them and a median of
-- ten, unless the budget cut the night short; 0.5 and 0.2, 2 and 5.
-- refused: part of the night's postings that could not be read, given 20; 0.1 and 0.5.
-- schema_drift: fields that came or vanished that night; 1 and 6.
-- mention_drift: certificates whose mention rate left its history; 1 and 10.
-- A source may say otherwise in sources.yaml. One that was not asked for 30 days was given up: it has no alarms.
-- key: alarm, source_id
-- column alarm: which one
-- column date: the source's last night
-- column level: warn, or error from the second threshold on
-- column value: what was measured
-- column warn_at: from which value on it warns
-- column error_at: from which value on it is an error
-- column sentence: the alarm in words
WITH usual AS (
  FROM (VALUES ('stale', 3, 7), ('volume_low', 0.5, 0.2), ('volume_high', 2, 5), ('refused', 0.1, 0.5),
    ('schema_drift', 1, 6), ('mention_drift', 1, 10)) AS rule(alarm, warn_at, error_at)
), night AS (
  SELECT max(date) AS date FROM intermediate.crawl
), last AS (
  FROM intermediate.crawl QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY date DESC) = 1
), span AS (
  SELECT source_id, coalesce(max(date) FILTER (healthy), min(date)) AS healthy_on FROM intermediate.crawl GROUP BY source_id
), recent AS (
  SELECT c.source_id, c.seen FROM intermediate.crawl AS c JOIN last USING (source_id) WHERE c.healthy AND c.date < last.date
  QUALIFY row_number() OVER (PARTITION BY c.source_id ORDER BY c.date DESC) <= 14
), history AS (
  SELECT source_id, median(seen)::DOUBLE AS seen, count(*) AS nights FROM recent GROUP BY source_id
), drifted AS (
  SELECT source AS source_id, count(*)::DOUBLE AS certificates FROM marts.mention_rate WHERE drifted GROUP BY source
), crawled AS (
  SELECT last.source_id, last.date, last.alarm AS own, last.seen, history.seen AS usually, last.failed,
    last.drift_unknown || last.drift_vanished AS fields, date_diff('day', healthy_on, night.date)::DOUBLE AS days,
    CASE WHEN nights >= 5 AND history.seen >= 10 AND NOT list_contains(list_transform(last.faults, lambda f: f.name), 'budget_spent')
      THEN last.seen / history.seen END AS volume,
    CASE WHEN last.seen + last.failed >= 20 THEN last.failed / (last.seen + last.failed) END AS refused
  FROM last CROSS JOIN night JOIN span USING (source_id) LEFT JOIN history USING (source_id)
  WHERE last.date > night.date - 30
), measured AS (
  SELECT source_id, date, own, unnest([
    {alarm: 'stale', value: days, sentence: format('not healthy for {} days', days::INTEGER)},
    {alarm: 'volume_low', value: volume, sentence: format('{} postings, usually {}', seen, usually::INTEGER)},
    {alarm: 'volume_high', value: volume, sentence: format('{} postings, usually {}', seen, usually::INTEGER)},
    {alarm: 'refused', value: refused, sentence: format('{} of {} postings could not be read', failed, seen + failed)},
    {alarm: 'schema_drift', value: len(fields)::DOUBLE, sentence: 'fields came or vanished: ' || array_to_string(fields[:6], ', ')}
  ], recursive := true) FROM crawled
  UNION ALL BY NAME
  SELECT d.source_id, coalesce(last.date, night.date) AS date, last.alarm AS own, 'mention_drift' AS alarm, certificates AS value,
    format('{} certificates are named more or less often than before', certificates::INTEGER) AS sentence
  FROM drifted AS d CROSS JOIN night LEFT JOIN last USING (source_id)
), judged AS (
  SELECT m.*, coalesce(own[alarm].warn, warn_at)::DOUBLE AS warn_at, coalesce(own[alarm].error, error_at)::DOUBLE AS error_at
  FROM measured AS m JOIN usual USING (alarm) WHERE value IS NOT NULL
), levelled AS (
  SELECT *, CASE
    WHEN alarm = 'volume_low' AND value <= error_at OR alarm <> 'volume_low' AND value >= error_at THEN 'error'
    WHEN alarm = 'volume_low' AND value <= warn_at OR alarm <> 'volume_low' AND value >= warn_at THEN 'warn' END AS level
  FROM judged
)
SELECT alarm, source_id, date, level, round(value, 4) AS value, warn_at, error_at, sentence
FROM levelled WHERE level IS NOT NULL
ORDER BY alarm, source_id
