-- One row per detailed occupation or skill with at least 20 postings: when postings first and last were for it, and whether it was born
-- or died within the series. A birth in postings is no birth in the world: a board that joins can bring it, so read the sources beside it.
-- key: kind, entity
-- column kind: occupation or skill
-- column entity: SOC code or skill id
-- column first_month: first month with a posting for it
-- column last_month: last month with a posting for it
-- column postings: postings over the whole series
-- column sources: sources that these came from
-- column born: no posting in the first 12 months of a series of at least 36, though at the later rate at least 5 were expected
-- column died: no posting in the last 12 months of such a series, though at the earlier rate at least 5 were expected
WITH span AS (
  SELECT min(month) AS first, max(month) AS last, date_diff('month', min(month), max(month)) + 1 AS months,
    sum(postings) AS total,
    sum(postings) FILTER (month < (SELECT min(month) FROM intermediate.scope_month) + INTERVAL 12 MONTH) AS early,
    sum(postings) FILTER (month > (SELECT max(month) FROM intermediate.scope_month) - INTERVAL 12 MONTH) AS late
  FROM intermediate.scope_month WHERE scope = 'all'
), life AS (
  SELECT 'occupation' AS kind, soc AS entity, min(month) AS first_month, max(month) AS last_month, sum(postings)::INTEGER AS postings,
    count(DISTINCT source)::INTEGER AS sources
  FROM intermediate.occupation_count GROUP BY ALL
  UNION ALL
  SELECT 'skill', skill_id, min(month), max(month), sum(asking)::INTEGER, any_value(sources)
  FROM intermediate.skill_series JOIN (
    SELECT entity AS skill_id, count(DISTINCT source)::INTEGER AS sources FROM intermediate.asked_source WHERE kind = 'skill' GROUP BY ALL
  ) USING (skill_id) WHERE scope = 'all' GROUP BY ALL
)
SELECT kind, entity, first_month, last_month, postings, sources,
  months >= 36 AND first_month >= first + INTERVAL 12 MONTH AND postings * early >= 5 * (total - early) AS born,
  months >= 36 AND last_month <= last - INTERVAL 12 MONTH AND postings * late >= 5 * (total - late) AS died
FROM life CROSS JOIN span
WHERE postings >= 20
ORDER BY kind, entity
