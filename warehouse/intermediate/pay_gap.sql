-- One row per certificate: median yearly pay of postings that ask for it (at least half an ask) beside that of postings of the
-- same occupations that do not, each the mean over occupations weighted by the postings that ask. Only occupations with three
-- of either are compared, in the currency that most of its asks state.
-- Pays are counted by amount, in ascending order: up to an amount stand `upto` postings of the occupation and `asked_upto` of those that
-- ask. Where those that ask stand behind the others of their amount, the k-th other stands in place k + (those that ask with fewer
-- than k others before them).
-- key: certificate_id
WITH counted AS (
  SELECT soc, pay_currency, pay_year, count(*) AS postings
  FROM intermediate.posting
  WHERE counted AND pay_year > 0 AND pay_currency IS NOT NULL AND soc IS NOT NULL
  GROUP BY ALL
), ladder AS (
  SELECT soc, pay_currency, pay_year, sum(postings) OVER (PARTITION BY soc, pay_currency ORDER BY pay_year)::BIGINT AS upto,
    sum(postings) OVER (PARTITION BY soc, pay_currency)::BIGINT AS total
  FROM counted
), asked AS (
  SELECT certificate_id, soc, pay_currency, pay_year, count(*) AS asks
  FROM intermediate.ask
  WHERE asking >= 500 AND pay_year > 0 AND pay_currency IS NOT NULL AND soc IS NOT NULL
  GROUP BY ALL
), currency AS (
  SELECT certificate_id, pay_currency FROM asked GROUP BY certificate_id, pay_currency
  QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY sum(asks) DESC, pay_currency) = 1
), step AS (
  SELECT certificate_id, soc, pay_currency, pay_year, asks, upto, total,
    sum(asks) OVER (PARTITION BY certificate_id, soc ORDER BY pay_year)::BIGINT AS asked_upto,
    sum(asks) OVER (PARTITION BY certificate_id, soc)::BIGINT AS n
  FROM asked SEMI JOIN currency USING (certificate_id, pay_currency) JOIN ladder USING (soc, pay_currency, pay_year)
), with_it AS (
  SELECT certificate_id, soc, pay_currency, n, total - n AS others, [(others + 1) // 2, others // 2 + 1] AS middle,
    (min(pay_year) FILTER (asked_upto >= (n + 1) // 2) + min(pay_year) FILTER (asked_upto >= n // 2 + 1)) / 2 AS pay_with,
    list({asks: asks, others_before: upto - asked_upto}) AS steps
  FROM step
  WHERE n >= 3 AND total - n >= 3
  GROUP BY certificate_id, soc, pay_currency, n, total
), looked_up AS (
  SELECT certificate_id, soc, pay_currency, n, pay_with, unnest(list_transform(middle, lambda k:
    k + coalesce(list_sum(list_transform(steps, lambda s: CASE WHEN s.others_before < k THEN s.asks ELSE 0 END)), 0)))::BIGINT AS place
  FROM with_it
), compared AS (
  SELECT certificate_id, looked_up.soc, any_value(looked_up.pay_currency) AS pay_currency, any_value(n) AS n,
    any_value(pay_with) AS pay_with, avg(pay_year) AS pay_without
  FROM looked_up ASOF JOIN ladder
    ON looked_up.soc = ladder.soc AND looked_up.pay_currency = ladder.pay_currency AND looked_up.place <= ladder.upto
  GROUP BY certificate_id, looked_up.soc
)
SELECT certificate_id, any_value(pay_currency) AS pay_currency, sum(n)::INTEGER AS pay_n,
  round(sum(n * pay_with ORDER BY soc) / sum(n), 2) AS pay_with, round(sum(n * pay_without ORDER BY soc) / sum(n), 2) AS pay_without
FROM compared
GROUP BY certificate_id
