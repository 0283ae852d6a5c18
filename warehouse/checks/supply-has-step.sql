-- A certificate earned has a ratio and its interval exactly where it has a step, and an unknown name has neither.
SELECT * FROM marts.supply_demand
WHERE (step = 'insufficient evidence') IS DISTINCT FROM (ratio IS NULL) OR (certificate_id IS NULL AND ratio IS NOT NULL)
  OR (ratio IS NOT NULL AND NOT coalesce(ratio_low <= ratio AND ratio <= ratio_high AND ratio_low > 0, false))
  OR (certificate_id IS NULL) IS DISTINCT FROM (warning IS NOT NULL)
