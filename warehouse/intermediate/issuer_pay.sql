-- One row per issuer: how the stated yearly pay of postings that ask for one of its certificates compares with that of postings
-- of the same occupation, currency and year that do not. The ratio of geometric means within each such cell, averaged by the
-- postings that ask; its variance is the sum over the cells (stratified means: Cochran 1977, Sampling Techniques, 3rd ed., ch. 5).
-- Cells with three postings of either kind; below 30 postings that ask neither ratio nor interval is given, since the normal
-- quantile would flatter it.
-- key: issuer
WITH cell AS (
  SELECT soc, pay_currency, year, n, pay, square FROM intermediate.pay_cell WHERE issuer = ''
), asked AS (
  SELECT issuer, soc, pay_currency, year, n AS n1, pay / n AS mean1, variance AS var1, pay AS pay1, square AS square1
  FROM intermediate.pay_cell WHERE issuer <> '' AND n >= 3
), compared AS (
  SELECT issuer, n1, mean1, var1, n - n1 AS n0, (pay - pay1) / (n - n1) AS mean0,
    greatest((square - square1 - (pay - pay1) ^ 2 / (n - n1)) / (n - n1 - 1), 0) AS var0
  FROM asked JOIN cell USING (soc, pay_currency, year) WHERE n - n1 >= 3
), weighed AS (
  SELECT *, n1 / sum(n1) OVER (PARTITION BY issuer) AS weight FROM compared
), pooled AS (
  SELECT issuer, sum(n1)::INTEGER AS pay_n, sum(weight * (mean1 - mean0)) AS difference,
    sqrt(sum(weight ^ 2 * (var1 / n1 + var0 / n0))) AS error
  FROM weighed GROUP BY issuer
)
SELECT issuer, pay_n, CASE WHEN pay_n >= 30 THEN round(exp(difference), 6) END AS pay_ratio,
  CASE WHEN pay_n >= 30 THEN round(exp(difference - 1.9599639845 * error), 6) END AS pay_low,
  CASE WHEN pay_n >= 30 THEN round(exp(difference + 1.9599639845 * error), 6) END AS pay_high
FROM pooled
