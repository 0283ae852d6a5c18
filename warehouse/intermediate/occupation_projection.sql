-- One row per detailed occupation and round of projections. Its own row where it has one. A code of the publisher that is no
-- detailed occupation (13-1020, 31-1120, 53-1047) stands for the occupations of its broad group, the first six signs of the
-- code, that have no row of their own; they get its figures, `aggregate` and the `code`. Where two such codes share a
-- broad group neither is used, since nothing says which occupation belongs to which.
-- key: soc, first_year, last_year
WITH own AS (
  SELECT soc, soc AS code, false AS aggregate, * EXCLUDE (soc) FROM staging.projection SEMI JOIN staging.occupation USING (soc)
), whole AS (
  SELECT * FROM staging.projection ANTI JOIN staging.occupation USING (soc)
), part AS (
  SELECT o.soc, w.soc AS code, true AS aggregate, w.* EXCLUDE (soc)
  FROM whole AS w JOIN staging.occupation AS o ON left(o.soc, 6) = left(w.soc, 6)
  ANTI JOIN own ON own.soc = o.soc AND own.first_year = w.first_year AND own.last_year = w.last_year
  QUALIFY count(*) OVER (PARTITION BY o.soc, w.first_year, w.last_year) = 1
)
FROM own UNION ALL BY NAME FROM part
