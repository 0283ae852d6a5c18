-- One row per certificate: median yearly pay of postings that ask for it (at least half an ask) beside that of postings of the
-- same occupations that do not, each the mean over occupations weighted by the postings that ask. Only occupations with three
-- of either are compared, in the currency that most of its asks state.
-- A cell is an occupation and a currency; its postings stand in ascending order of pay, and a rung is an amount, named by the place of its
-- last posting. A median is the mean of two of them. The k-th of those that do not ask is looked up where, of one amount, those that ask
-- stand behind the others: in place k + (the last of those that ask with fewer than k others at or below its amount).
-- key: certificate_id
WITH paid AS MATERIALIZED (
  SELECT soc, pay_currency, pay_year, count(*) AS n
  FROM intermediate.posting
  WHERE counted AND pay_year > 0 AND pay_currency IS NOT NULL AND soc IS NOT NULL
  GROUP BY soc, pay_currency, pay_year
), cell AS MATERIALIZED (
  SELECT soc, pay_currency, row_number() OVER (ORDER BY soc, pay_currency)::INTEGER AS cell, sum(n)::INTEGER AS total
  FROM paid GROUP BY soc, pay_currency
), ladder AS MATERIALIZED (
  SELECT cell, soc, pay_currency, pay_year, (sum(n) OVER (PARTITION BY cell ORDER BY pay_year))::INTEGER AS rung
  FROM paid JOIN cell USING (soc, pay_currency)
), asked AS (
  SELECT certificate_id, cell, list_sort(list(rung)) AS asked
  FROM intermediate.ask JOIN ladder USING (soc, pay_currency, pay_year)
  WHERE asking >= 500 GROUP BY certificate_id, cell
), currency AS (
  SELECT certificate_id, pay_currency FROM asked JOIN cell USING (cell) GROUP BY certificate_id, pay_currency
  QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY sum(len(asked)) DESC, pay_currency) = 1
), with_it AS (
  SELECT certificate_id, cell, soc, pay_currency, asked, len(asked) AS n, total - n AS others
  FROM asked JOIN cell USING (cell) SEMI JOIN currency USING (certificate_id, pay_currency)
  WHERE n >= 3 AND others >= 3
), place AS (
  SELECT certificate_id, cell, true AS asks, unnest([asked[(n + 1) // 2], asked[n // 2 + 1]]) AS place FROM with_it
  UNION ALL
  SELECT certificate_id, cell, false, unnest(list_transform([(others + 1) // 2, others // 2 + 1],
    lambda k: k + coalesce(list_last(list_filter(range(1, n + 1), lambda i: asked[i] - i < k)), 0)))
  FROM with_it
), middle AS (
  SELECT certificate_id, place.cell, avg(pay_year) FILTER (asks) AS pay_with, avg(pay_year) FILTER (NOT asks) AS pay_without
  FROM place ASOF JOIN ladder ON place.cell = ladder.cell AND place <= rung
  GROUP BY certificate_id, place.cell
)
SELECT certificate_id, any_value(pay_currency) AS pay_currency, sum(n)::INTEGER AS pay_n,
  round(sum(n * pay_with ORDER BY soc) / sum(n), 2) AS pay_with, round(sum(n * pay_without ORDER BY soc) / sum(n), 2) AS pay_without
FROM with_it JOIN middle USING (certificate_id, cell)
GROUP BY certificate_id
