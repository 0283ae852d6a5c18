-- One row per measure, scope and period: does experience count for more than paper?
-- key: measure, scope, period
-- column measure: certificate or experience, equivalent experience, experience only, certificate only, both
-- column scope: all, entry or internship
-- column period: whole series, or last 12 months
-- column measured: what is counted, in one sentence
-- column numerator: postings that fulfil it
-- column denominator: the postings that it is a part of
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: what the share rests on: the denominator
WITH counted AS (
  SELECT *, certificate OR degree AS paper FROM intermediate.question_count JOIN intermediate.question_period USING (month)
), asked AS (
  SELECT scope, period, unnest([
    {measure: 'certificate or experience', k: sum(postings) FILTER (certificate AND equivalent_experience),
      n: sum(postings) FILTER (certificate),
      measured: 'Of the postings that ask for a certificate, those that take experience in place of a degree or certificate.'},
    {measure: 'equivalent experience', k: sum(postings) FILTER (equivalent_experience), n: sum(postings),
      measured: 'Postings that take experience in place of a degree or certificate.'},
    {measure: 'experience only', k: sum(postings) FILTER (experience AND NOT paper), n: sum(postings),
      measured: 'Postings that ask for years of experience, and for neither a certificate nor a degree.'},
    {measure: 'certificate only', k: sum(postings) FILTER (certificate AND NOT experience), n: sum(postings),
      measured: 'Postings that ask for a certificate and for no years of experience.'},
    {measure: 'both', k: sum(postings) FILTER (certificate AND experience), n: sum(postings),
      measured: 'Postings that ask for a certificate and for years of experience.'}
  ]) AS row
  FROM counted GROUP BY ALL
), measured AS (
  SELECT row.measure AS measure, scope, period, row.measured AS measured, coalesce(row.k, 0)::INTEGER AS numerator,
    coalesce(row.n, 0)::INTEGER AS denominator
  FROM asked
)
SELECT *, share_of(numerator, denominator) AS share, wilson_low(numerator, denominator) AS share_low,
  wilson_high(numerator, denominator) AS share_high, denominator AS n
FROM measured
ORDER BY measure, scope, period
