-- One row per certificate: median yearly pay of postings that ask for it (at least half an ask) beside that of postings of the
-- same occupations that do not, each the mean over occupations weighted by the postings that ask. Only occupations with three
-- of either are compared, in the currency that most of its asks state.
-- A cell is an occupation and a currency, a rung an amount in it, in ascending order; `upto` postings of the cell are paid no more.
-- The median of those that do not ask is looked up there: where those that ask stand behind the others of their amount, the k-th other
-- stands in place k + (those that ask with fewer than k others before them).
-- key: certificate_id
WITH ladder AS (
  SELECT soc, pay_currency, pay_year, dense_rank() OVER (ORDER BY soc, pay_currency)::INTEGER AS cell,
    row_number() OVER (ORDER BY soc, pay_currency, pay_year)::INTEGER AS rung,
    sum(count(*)) OVER (PARTITION BY soc, pay_currency ORDER BY pay_year)::BIGINT AS upto,
    sum(count(*)) OVER (PARTITION BY soc, pay_currency)::BIGINT AS total
  FROM intermediate.posting
  WHERE counted AND pay_year > 0 AND pay_currency IS NOT NULL AND soc IS NOT NULL
  GROUP BY soc, pay_currency, pay_year
), asked AS (
  SELECT certificate_id, pay_currency, cell, rung FROM intermediate.ask JOIN ladder USING (soc, pay_currency, pay_year)
  WHERE asking >= 500
), currency AS (
  SELECT certificate_id, pay_currency FROM asked GROUP BY certificate_id, pay_currency
  QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY count(*) DESC, pay_currency) = 1
), step AS (
  SELECT certificate_id, cell, rung, count(*) OVER (PARTITION BY certificate_id, cell ORDER BY rung) AS asked_upto
  FROM asked SEMI JOIN currency USING (certificate_id, pay_currency)
), with_it AS (
  SELECT certificate_id, step.cell, any_value(soc) AS soc, any_value(pay_currency) AS pay_currency, count(*) AS n,
    any_value(total) - count(*) AS others, [(others + 1) // 2, others // 2 + 1] AS middle, median(pay_year) AS pay_with,
    list(upto - asked_upto) AS others_before
  FROM step JOIN ladder USING (rung) GROUP BY certificate_id, step.cell
  HAVING n >= 3 AND others >= 3
), looked_up AS (
  SELECT certificate_id, cell, soc, pay_currency, n, pay_with,
    unnest(list_transform(middle, lambda k: k + len(list_filter(others_before, lambda before: before < k)))) AS place
  FROM with_it
), compared AS (
  SELECT certificate_id, looked_up.soc, any_value(looked_up.pay_currency) AS pay_currency, any_value(n) AS n,
    any_value(pay_with) AS pay_with, avg(pay_year) AS pay_without
  FROM looked_up ASOF JOIN ladder ON looked_up.cell = ladder.cell AND place <= upto
  GROUP BY certificate_id, looked_up.soc
)
SELECT certificate_id, any_value(pay_currency) AS pay_currency, sum(n)::INTEGER AS pay_n,
  round(sum(n * pay_with ORDER BY soc) / sum(n), 2) AS pay_with, round(sum(n * pay_without ORDER BY soc) / sum(n), 2) AS pay_without
FROM compared
GROUP BY certificate_id
