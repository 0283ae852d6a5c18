-- One row per counted certificate: its series in each kind of demand that was ever met, scope all. Months count from year 0; a
-- month without a posting that asks has none.
-- key: certificate_id
WITH month AS (
  SELECT month, (year(month) * 12 + month(month) - 1)::INTEGER AS number, postings
  FROM intermediate.scope_month WHERE scope = 'all'
), asked AS (
  SELECT certificate_id, month, unnest([
    {kind: 'explicit', asking: asks::DOUBLE}, {kind: 'skill', asking: skill / 1000.0::DOUBLE},
    {kind: 'licence', asking: licence::DOUBLE}], recursive := true)
  FROM intermediate.series WHERE scope = 'all'
), met AS (
  SELECT certificate_id, kind FROM asked GROUP BY ALL HAVING sum(asking) > 0
), monthly AS (
  SELECT certificate_id, kind,
    list({month: number, asking: coalesce(asking, 0), postings: postings} ORDER BY number) AS months
  FROM met CROSS JOIN month LEFT JOIN asked USING (certificate_id, kind, month) GROUP BY ALL
)
SELECT certificate_id, list({kind: kind, months: months} ORDER BY kind) AS kinds
FROM monthly JOIN staging.certificate USING (certificate_id) WHERE counted GROUP BY ALL
