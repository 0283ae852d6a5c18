-- One row per scope, month and occupation group of the scope without postings in that month, with the rate that stands in for it by
-- certificate: that of the group in the same calendar year or, where the year has none, over the whole series. Certificates that
-- the group never asked for have no row: their rate is 0.
-- key: certificate_id, scope, month, major
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
SELECT certificate_id, scope, month, major,
  mix * CASE WHEN size.postings > 0 THEN coalesce(asking, 0) / size.postings ELSE whole.rate END / 1000 AS part
FROM gap JOIN whole USING (scope, major)
LEFT JOIN size USING (scope, major, year)
LEFT JOIN asked USING (certificate_id, scope, major, year)
