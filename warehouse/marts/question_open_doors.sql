-- One row per measure, scope and period: do certificates open doors? What postings ask for, side by side, and how strongly they
-- ask for certificates. A posting may ask for several. Being asked for is not being let in.
-- key: measure, scope, period
-- column measure: any certificate, certificate required, experience, degree, soft skills; mentions required, preferred, merely named, one of several
-- column scope: all, entry or internship
-- column period: whole series, or last 12 months
-- column measured: what is counted, in one sentence
-- column numerator: postings, or for the last four mentions of a certificate, that fulfil it
-- column denominator: all postings of scope and period, or all such mentions
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: what the share rests on: the denominator
WITH posting AS (
  SELECT scope, period, sum(postings) AS denominator, unnest([
    {measure: 'any certificate', k: sum(postings) FILTER (certificate),
      measured: 'Postings that ask for any certificate or licence by name.'},
    {measure: 'certificate required', k: sum(postings) FILTER (certificate_required),
      measured: 'Postings that require at least one certificate or licence.'},
    {measure: 'experience', k: sum(postings) FILTER (experience), measured: 'Postings that ask for some years of experience.'},
    {measure: 'degree', k: sum(postings) FILTER (degree), measured: 'Postings that ask for an associate degree or higher.'},
    {measure: 'soft skills', k: sum(postings) FILTER (soft_skills), measured: 'Postings that ask for at least one soft skill by name.'}
  ]) AS row
  FROM intermediate.question_count JOIN intermediate.question_period USING (month) GROUP BY ALL
), mention AS (
  SELECT scope, period, sum(asks) AS denominator, unnest([
    {measure: 'mentions required', k: sum(asks) FILTER (requirement = 'required'),
      measured: 'Of the times that postings ask for a certificate, those that require it.'},
    {measure: 'mentions preferred', k: sum(asks) FILTER (requirement = 'preferred'),
      measured: 'Of the times that postings ask for a certificate, those that prefer it.'},
    {measure: 'mentions merely named', k: sum(asks) FILTER (requirement = 'mentioned'),
      measured: 'Of the times that postings ask for a certificate, those that merely name it.'},
    {measure: 'mentions one of several', k: sum(asks) FILTER (alternative),
      measured: 'Of the times that postings ask for a certificate, those that name it as one of several alternatives.'}
  ]) AS row
  FROM intermediate.question_ask JOIN intermediate.question_period USING (month) GROUP BY ALL
), measured AS (
  SELECT row.measure AS measure, scope, period, row.measured AS measured, coalesce(row.k, 0)::INTEGER AS numerator,
    denominator::INTEGER AS denominator
  FROM (FROM posting UNION ALL FROM mention)
)
SELECT *, share_of(numerator, denominator) AS share, wilson_low(numerator, denominator) AS share_low,
  wilson_high(numerator, denominator) AS share_high, denominator AS n
FROM measured
ORDER BY measure, scope, period
