-- One row per certificate and year in which at least 20 asks showed it in demand, with all months of that year and of the fourth year
-- after it in the series: whether it kept half of its share. Of the certificates of a year, the part that kept it is
-- avg(kept::INTEGER); a certificate that others followed is measured by its line (marts.succession).
-- key: certificate_id, year
-- column year: the year of demand
-- column asking: asks in that year
-- column share: asking / postings of that year
-- column asking_after: asks four years later
-- column share_after: the same four years later
-- column kept: share_after is at least half of share
-- column retired: its issuer retired it; not kept is then no fall in demand
WITH year AS (
  SELECT year(month)::INTEGER AS year, sum(postings)::BIGINT AS postings
  FROM intermediate.scope_month WHERE scope = 'all' GROUP BY ALL HAVING count(*) = 12
), asked AS (
  SELECT certificate_id, year(month)::INTEGER AS year, sum(asking)::BIGINT AS asking
  FROM (
    SELECT certificate_id, month, asking FROM intermediate.series ANTI JOIN intermediate.linked_series USING (certificate_id)
    WHERE scope = 'all'
    UNION ALL
    SELECT certificate_id, month, asking FROM intermediate.linked_series
  ) JOIN staging.certificate USING (certificate_id)
  WHERE counted GROUP BY ALL
), pair AS (
  SELECT base.certificate_id, base.year, base.asking, y.postings, coalesce(later.asking, 0) AS asking_after, z.postings AS postings_after
  FROM asked AS base JOIN year AS y USING (year) JOIN year AS z ON z.year = base.year + 4
  LEFT JOIN asked AS later ON later.certificate_id = base.certificate_id AND later.year = base.year + 4
  WHERE base.asking >= 20000
)
SELECT certificate_id, year, pair.asking / 1000.0::DOUBLE AS asking, pair.asking / (1000.0 * postings)::DOUBLE AS share,
  pair.asking_after / 1000.0::DOUBLE AS asking_after, pair.asking_after / (1000.0 * postings_after)::DOUBLE AS share_after,
  2 * pair.asking_after::HUGEINT * postings >= pair.asking::HUGEINT * postings_after AS kept, coalesce(issuer_status = 'retired', false) AS retired
FROM pair JOIN staging.certificate USING (certificate_id)
ORDER BY certificate_id, year
