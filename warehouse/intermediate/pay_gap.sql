-- One row per certificate: median yearly pay of postings that ask for it (at least half an ask) beside that of postings of the
-- same occupations that do not, each the mean over occupations weighted by the postings that ask. Only occupations with three
-- of either are compared, in the currency that most of its asks state.
-- key: certificate_id
WITH paid AS (
  SELECT posting_id, certificate_id, soc, pay_year, pay_currency FROM intermediate.ask
  WHERE asking >= 500 AND pay_year > 0 AND pay_currency IS NOT NULL AND soc IS NOT NULL
), currency AS (
  SELECT certificate_id, pay_currency FROM paid GROUP BY certificate_id, pay_currency
  QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY count(*) DESC, pay_currency) = 1
), with_it AS (
  SELECT certificate_id, soc, pay_currency, median(pay_year) AS pay_with, count(*) AS n
  FROM paid SEMI JOIN currency USING (certificate_id, pay_currency)
  GROUP BY ALL HAVING n >= 3
), without_it AS (
  SELECT w.certificate_id, w.soc, median(p.pay_year) AS pay_without, count(*) AS others
  FROM with_it AS w
  JOIN intermediate.posting AS p ON p.soc = w.soc AND p.pay_currency = w.pay_currency
  ANTI JOIN paid ON paid.posting_id = p.posting_id AND paid.certificate_id = w.certificate_id
  WHERE p.counted AND p.pay_year > 0
  GROUP BY ALL HAVING others >= 3
)
SELECT certificate_id, pay_currency, sum(n)::INTEGER AS pay_n,
  round(sum(n * pay_with) / sum(n), 2) AS pay_with, round(sum(n * pay_without) / sum(n), 2) AS pay_without
FROM with_it JOIN without_it USING (certificate_id, soc)
GROUP BY ALL
