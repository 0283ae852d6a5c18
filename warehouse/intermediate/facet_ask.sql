-- One row per certificate or skill, facet of the postings that ask for it, value ('' where unknown), and year of their dates (year_of): for a
-- certificate, in its own kind, soc, region and seniority; for a skill soc. Thousandths of asks, as in demand.
-- slices: year
-- key: kind, entity, facet, value, year
WITH cell AS (
  SELECT certificate_id, soc, region, seniority, year_of(posting_no) AS year, sum(asking) AS asking FROM intermediate.ask GROUP BY ALL
), faceted AS (
  SELECT 'certificate' AS kind, certificate_id AS entity, year, asking, unnest([{facet: 'soc', value: coalesce(soc, '')},
    {facet: 'region', value: coalesce(region, '')}, {facet: 'seniority', value: coalesce(seniority, '')}], recursive := true)
  FROM cell
)
SELECT kind, entity, facet, value, year, sum(asking)::BIGINT AS asking FROM faceted GROUP BY ALL
UNION ALL
SELECT 'skill', skill_id, 'soc', coalesce(soc, ''), year_of(posting_no), 1000 * count(*)
FROM intermediate.skill_ask JOIN (SELECT posting_no, soc FROM intermediate.posting) USING (posting_no) GROUP BY ALL
