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
WITH placed AS (
  SELECT * EXCLUDE (scopes), unnest(scopes) AS scope FROM intermediate.question_posting
), counted AS (
  SELECT *, certificate OR degree AS paper FROM placed JOIN intermediate.question_period USING (month)
), measured AS (
  SELECT scope, period, unnest([
    {measure: 'certificate or experience', k: count(*) FILTER (certificate AND equivalent_experience),
      n: count(*) FILTER (certificate),
      measured: 'Of the postings that ask for a certificate, those that take experience in place of a degree or certificate.'},
    {measure: 'equivalent experience', k: count(*) FILTER (equivalent_experience), n: count(*),
      measured: 'Postings that take experience in place of a degree or certificate.'},
    {measure: 'experience only', k: count(*) FILTER (experience AND NOT paper), n: count(*),
      measured: 'Postings that ask for years of experience, and for neither a certificate nor a degree.'},
    {measure: 'certificate only', k: count(*) FILTER (certificate AND NOT experience), n: count(*),
      measured: 'Postings that ask for a certificate and for no years of experience.'},
    {measure: 'both', k: count(*) FILTER (certificate AND experience), n: count(*),
      measured: 'Postings that ask for a certificate and for years of experience.'}
  ]) AS row
  FROM counted GROUP BY ALL
)
SELECT row.measure AS measure, scope, period, row.measured AS measured, row.k::INTEGER AS numerator, row.n::INTEGER AS denominator,
  share_of(row.k, row.n) AS share, wilson_low(row.k, row.n) AS share_low, wilson_high(row.k, row.n) AS share_high, row.n::INTEGER AS n
FROM measured
ORDER BY measure, scope, period
