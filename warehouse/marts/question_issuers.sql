-- One row per issuer and period with postings that name one of its certificates: do recognised issuers carry weight? A posting that
-- names two certificates of an issuer counts once. Pay is over all periods.
-- key: issuer, period
-- column issuer: without who delivers the exam; `Various` and unknown issuers are left out
-- column period: whole series, or last 12 months
-- column measured: what is counted, in one sentence
-- column numerator: postings that ask for at least one of its certificates by name
-- column denominator: all postings of the period
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: what the share rests on: the denominator
-- column employers: distinct employers among them
-- column pay_ratio: stated pay of postings that ask for it over that of postings of the same occupation, currency and year that do not (geometric means); null below 30 such postings
-- column pay_low: lower bound of its 95 % interval
-- column pay_high: upper bound of its 95 % interval
-- column pay_n: postings with pay that ask for it, in the cells compared
WITH total AS (
  SELECT period, sum(postings) AS n FROM intermediate.question_count JOIN intermediate.question_period USING (month)
  WHERE scope = 'all' GROUP BY period
), recent AS (
  SELECT posting_no, employer_no FROM intermediate.question_posting
  WHERE month > (SELECT max(month) FROM intermediate.question_period) - INTERVAL 12 MONTH
), asked AS (
  SELECT issuer, 'whole series' AS period, sum(postings) AS k,
    count(DISTINCT employer_no) FILTER (employer_no <> 0) AS employers
  FROM intermediate.issuer_employer GROUP BY ALL
  UNION ALL
  SELECT issuer, 'last 12 months', count(*), count(DISTINCT employer_no)
  FROM intermediate.issuer_ask JOIN recent USING (posting_no) GROUP BY ALL
)
SELECT issuer, period, 'Postings that ask for at least one certificate of the issuer by name.' AS measured,
  k::INTEGER AS numerator, n::INTEGER AS denominator, share_of(k, n) AS share, wilson_low(k, n) AS share_low,
  wilson_high(k, n) AS share_high, n::INTEGER AS n, employers::INTEGER AS employers, pay_ratio, pay_low, pay_high, pay_n
FROM asked JOIN total USING (period) LEFT JOIN intermediate.issuer_pay USING (issuer)
ORDER BY issuer, period
