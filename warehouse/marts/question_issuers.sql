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
WITH timed AS (
  SELECT posting_no, employer_no, period FROM intermediate.question_posting JOIN intermediate.question_period USING (month)
), total AS (
  SELECT period, count(*) AS n FROM timed GROUP BY period
), asked AS (
  SELECT issuer, period, count(*) AS k, count(DISTINCT employer_no) AS employers
  FROM timed JOIN intermediate.issuer_ask USING (posting_no) GROUP BY ALL
)
SELECT issuer, period, 'Postings that ask for at least one certificate of the issuer by name.' AS measured,
  k::INTEGER AS numerator, n::INTEGER AS denominator, share_of(k, n) AS share, wilson_low(k, n) AS share_low,
  wilson_high(k, n) AS share_high, n::INTEGER AS n, employers::INTEGER AS employers, pay_ratio, pay_low, pay_high, pay_n
FROM asked JOIN total USING (period) LEFT JOIN intermediate.issuer_pay USING (issuer)
ORDER BY issuer, period
