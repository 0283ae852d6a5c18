-- One row per issuer ('' for all postings), occupation, currency and year of their dates (year_of): postings with a stated pay that ask for
-- one of its certificates by name; sum, sum of squares and variance of the logarithms of their yearly pay.
-- slices: year
-- key: issuer, soc, pay_currency, year
WITH paid AS (
  SELECT posting_no, soc, pay_currency, year_of(posting_no) AS year, ln(pay_year) AS pay
  FROM intermediate.posting WHERE counted AND pay_year > 0 AND pay_currency IS NOT NULL AND soc IS NOT NULL
), asked AS (
  SELECT '' AS issuer, soc, pay_currency, year, pay FROM paid
  UNION ALL
  SELECT issuer, soc, pay_currency, year, pay FROM paid JOIN intermediate.issuer_ask USING (posting_no)
)
SELECT issuer, soc, pay_currency, year, count(*)::INTEGER AS n, sum(pay) AS pay, sum(pay * pay) AS square, var_samp(pay) AS variance
FROM asked GROUP BY ALL
