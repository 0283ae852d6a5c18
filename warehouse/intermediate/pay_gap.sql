-- One row per certificate: median yearly pay of postings that ask for it (at least half an ask) beside that of postings of the
-- same occupations that do not, each the mean over occupations weighted by the postings that ask. Only occupations with three
-- of either are compared, in the currency that most of its asks state.
-- The median of those that do not ask is looked up in the occupation's pay in ascending order: where the j-th of those that ask
-- stands in place q, q - j others stand before it, so the k-th other stands in place k + (those that ask with q - j < k).
-- key: certificate_id
WITH ranked AS (
  SELECT posting_no, soc, pay_currency, pay_year,
    row_number() OVER (PARTITION BY soc, pay_currency ORDER BY pay_year, posting_no) AS place,
    count(*) OVER (PARTITION BY soc, pay_currency) AS total
  FROM intermediate.posting
  WHERE counted AND pay_year > 0 AND pay_currency IS NOT NULL AND soc IS NOT NULL
), paid AS (
  SELECT posting_no, certificate_id, r.soc, r.pay_currency, r.pay_year, place, total
  FROM intermediate.ask JOIN ranked AS r USING (posting_no)
  WHERE asking >= 500
), currency AS (
  SELECT certificate_id, pay_currency FROM paid GROUP BY certificate_id, pay_currency
  QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY count(*) DESC, pay_currency) = 1
), numbered AS (
  SELECT *, place - row_number() OVER (PARTITION BY certificate_id, soc ORDER BY place) AS others_before
  FROM paid SEMI JOIN currency USING (certificate_id, pay_currency)
), with_it AS (
  SELECT certificate_id, soc, pay_currency, median(pay_year) AS pay_with, count(*) AS n, list(others_before) AS others_before,
    any_value(total) - count(*) AS others, [(others + 1) // 2, others // 2 + 1] AS middle
  FROM numbered GROUP BY certificate_id, soc, pay_currency
  HAVING n >= 3 AND others >= 3
), looked_up AS (
  SELECT certificate_id, soc, pay_currency, n, pay_with,
    unnest(list_transform(middle, lambda k: k + len(list_filter(others_before, lambda before: before < k)))) AS place
  FROM with_it
), compared AS (
  SELECT certificate_id, soc, any_value(pay_currency) AS pay_currency, any_value(n) AS n, any_value(pay_with) AS pay_with,
    avg(pay_year) AS pay_without
  FROM looked_up JOIN ranked USING (soc, pay_currency, place)
  GROUP BY certificate_id, soc
)
SELECT certificate_id, any_value(pay_currency) AS pay_currency, sum(n)::INTEGER AS pay_n,
  round(sum(n * pay_with ORDER BY soc) / sum(n), 2) AS pay_with, round(sum(n * pay_without ORDER BY soc) / sum(n), 2) AS pay_without
FROM compared
GROUP BY certificate_id
