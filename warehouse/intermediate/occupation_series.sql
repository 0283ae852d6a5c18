-- One row per detailed occupation with dated postings: its postings beside all postings of every month. Months count from
-- year 0.
-- key: soc
WITH month AS (
  SELECT month, (year(month) * 12 + month(month) - 1)::INTEGER AS number, postings
  FROM intermediate.scope_month WHERE scope = 'all'
), counted AS (
  SELECT soc, month, sum(postings)::INTEGER AS asking FROM intermediate.occupation_count GROUP BY ALL
), employer AS (
  SELECT entity AS soc, employers FROM intermediate.employer_count WHERE kind = 'occupation'
)
SELECT employer.soc, any_value(employers) AS employers,
  list({month: number, asking: coalesce(asking, 0), postings: postings} ORDER BY number) AS months
FROM employer CROSS JOIN month LEFT JOIN counted ON counted.soc = employer.soc AND counted.month = month.month
GROUP BY employer.soc
ORDER BY employer.soc
