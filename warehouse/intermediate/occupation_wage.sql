-- One row per detailed occupation with a national wage; codes that stand for several occupations as in occupation_projection.
-- key: soc
WITH own AS (
  SELECT soc, soc AS code, false AS aggregate, * EXCLUDE (soc) FROM staging.wage SEMI JOIN staging.occupation USING (soc)
), whole AS (
  SELECT * FROM staging.wage ANTI JOIN staging.occupation USING (soc)
), part AS (
  SELECT o.soc, w.soc AS code, true AS aggregate, w.* EXCLUDE (soc)
  FROM whole AS w JOIN staging.occupation AS o ON left(o.soc, 6) = left(w.soc, 6) ANTI JOIN own ON own.soc = o.soc
  QUALIFY count(*) OVER (PARTITION BY o.soc) = 1
)
FROM own UNION ALL BY NAME FROM part
