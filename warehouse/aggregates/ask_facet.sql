-- One row per certificate or skill, facet of the counted postings that ask for it, and value ('' where unknown), dated or not, as in
-- intermediate.ask_facet; thousandths of asks.
-- key: kind, entity, facet, value
-- slices: month
WITH asked AS (
  SELECT certificate_id AS entity, soc, region, seniority, asking
  FROM aggregates.posting_demand JOIN aggregates.counted_posting USING (posting_id) WHERE asking > 0
), faceted AS (
  SELECT entity, 'soc' AS facet, coalesce(soc, '') AS value, asking FROM asked
  UNION ALL
  SELECT entity, 'region', coalesce(region, ''), asking FROM asked
  UNION ALL
  SELECT entity, 'seniority', coalesce(seniority, ''), asking FROM asked
)
SELECT 'certificate' AS kind, entity, facet, value, sum(asking)::BIGINT AS asking FROM faceted GROUP BY entity, facet, value
UNION ALL
SELECT 'skill', entity, 'soc', coalesce(soc, ''), 1000 * count(*)
FROM aggregates.posting_ask JOIN aggregates.counted_posting USING (posting_id)
WHERE kind = 'skill' AND level <= 3 GROUP BY entity, coalesce(soc, '')
