-- One row per certificate, scope and month in which the scope has an occupation group without postings: what stands in for the asks
-- of such groups, in the units of series' `weighted`. The rate of a group is that of the same calendar year or, where the year has
-- none, over the whole series. Certificates that the groups never asked for have no row: their rate is 0.
-- key: certificate_id, scope, month
WITH gap AS (
  SELECT scope, month, major, mix, date_trunc('year', month)::DATE AS year FROM intermediate.mix_cell WHERE postings = 0
), size AS (
  SELECT scope, major, date_trunc('year', month)::DATE AS year, sum(postings)::BIGINT AS postings
  FROM intermediate.mix_cell SEMI JOIN gap USING (scope, major) GROUP BY ALL
), asked AS (
  SELECT certificate_id, scope, major, date_trunc('year', month)::DATE AS year, sum(asking)::BIGINT AS asking
  FROM intermediate.demand JOIN intermediate.scope USING (posting_no) SEMI JOIN gap USING (scope, major)
  WHERE asking > 0 GROUP BY ALL
), whole AS (
  SELECT certificate_id, scope, major, sum(asking) / any_value(total) AS rate
  FROM asked JOIN (SELECT scope, major, sum(postings) AS total FROM size GROUP BY ALL) USING (scope, major) GROUP BY ALL
)
SELECT certificate_id, scope, month,
  sum(round(1e15 * mix * CASE WHEN size.postings > 0 THEN coalesce(asking, 0) / size.postings ELSE whole.rate END)::BIGINT) AS weighted
FROM gap JOIN whole USING (scope, major)
LEFT JOIN size USING (scope, major, year)
LEFT JOIN asked USING (certificate_id, scope, major, year)
GROUP BY ALL
