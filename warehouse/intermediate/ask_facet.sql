-- One row per certificate or skill, facet of the postings that ask for it, and value ('' where unknown), dated or not: for a certificate, in its
-- own kind, soc, region and seniority; for a skill soc. Thousandths of asks, as in demand.
-- key: kind, entity, facet, value
WITH cell AS (
  SELECT certificate_id, soc, region, seniority, sum(asking) AS asking FROM intermediate.ask GROUP BY ALL
), faceted AS (
  SELECT 'certificate' AS kind, certificate_id AS entity, asking, unnest([{facet: 'soc', value: coalesce(soc, '')},
    {facet: 'region', value: coalesce(region, '')}, {facet: 'seniority', value: coalesce(seniority, '')}], recursive := true)
  FROM cell
)
SELECT kind, entity, facet, value, sum(asking)::BIGINT AS asking FROM faceted GROUP BY ALL
UNION ALL
SELECT 'skill', skill_id, 'soc', coalesce(soc, ''), 1000 * count(*)
FROM intermediate.skill_ask JOIN intermediate.posting USING (posting_no) GROUP BY ALL
