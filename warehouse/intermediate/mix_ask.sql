-- One row per certificate, scope and month: its asks in the weights of mix_cell, in millionths of a billionth of a thousandth. Where
-- the month has no postings of an occupation group, something stands in for the group's asks: its rate of the same calendar year or,
-- where the year has none, over the whole series. Groups that never asked for the certificate count as 0.
-- key: certificate_id, scope, month
WITH gap AS (
  SELECT scope, month, major, mix, date_trunc('year', month)::DATE AS year FROM intermediate.mix_cell WHERE postings = 0
), size AS (
  SELECT scope, major, date_trunc('year', month)::DATE AS year, sum(postings)::BIGINT AS postings
  FROM intermediate.mix_cell SEMI JOIN gap USING (scope, major) GROUP BY ALL
), asked AS (
  SELECT certificate_id, scope, major, date_trunc('year', month)::DATE AS year, sum(asking)::BIGINT AS asking
  FROM intermediate.cell_ask SEMI JOIN gap USING (scope, major) GROUP BY ALL
), whole AS (
  SELECT certificate_id, scope, major, sum(asking) / any_value(total) AS rate
  FROM asked JOIN (SELECT scope, major, sum(postings) AS total FROM size GROUP BY ALL) USING (scope, major) GROUP BY ALL
), part AS (
  SELECT certificate_id, scope, month, asking::HUGEINT * weight AS weighted
  FROM intermediate.cell_ask JOIN intermediate.mix_cell USING (scope, month, major)
  UNION ALL
  SELECT certificate_id, scope, month,
    round(1e15 * mix * CASE WHEN size.postings > 0 THEN coalesce(asking, 0) / size.postings ELSE whole.rate END)::HUGEINT
  FROM gap JOIN whole USING (scope, major)
  LEFT JOIN size USING (scope, major, year)
  LEFT JOIN asked USING (certificate_id, scope, major, year)
)
SELECT certificate_id, scope, month, sum(weighted) AS weighted FROM part GROUP BY ALL
