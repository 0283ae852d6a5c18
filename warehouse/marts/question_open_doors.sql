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
WITH placed AS (
  SELECT * EXCLUDE (scopes), unnest(scopes) AS scope FROM intermediate.question_posting
), counted AS (
  SELECT * FROM placed JOIN intermediate.question_period USING (month)
), posting AS (
  SELECT scope, period, count(*) AS denominator, unnest([
    {measure: 'any certificate', k: count(*) FILTER (certificate),
      measured: 'Postings that ask for any certificate or licence by name.'},
    {measure: 'certificate required', k: count(*) FILTER (certificate_required),
      measured: 'Postings that require at least one certificate or licence.'},
    {measure: 'experience', k: count(*) FILTER (experience), measured: 'Postings that ask for some years of experience.'},
    {measure: 'degree', k: count(*) FILTER (degree), measured: 'Postings that ask for an associate degree or higher.'},
    {measure: 'soft skills', k: count(*) FILTER (soft_skills), measured: 'Postings that ask for at least one soft skill by name.'}
  ]) AS row
  FROM counted GROUP BY ALL
), mention AS (
  SELECT scope, period, count(*) AS denominator, unnest([
    {measure: 'mentions required', k: count(*) FILTER (requirement = 'required'),
      measured: 'Of the times that postings ask for a certificate, those that require it.'},
    {measure: 'mentions preferred', k: count(*) FILTER (requirement = 'preferred'),
      measured: 'Of the times that postings ask for a certificate, those that prefer it.'},
    {measure: 'mentions merely named', k: count(*) FILTER (requirement = 'mentioned'),
      measured: 'Of the times that postings ask for a certificate, those that merely name it.'},
    {measure: 'mentions one of several', k: count(*) FILTER (alternative),
      measured: 'Of the times that postings ask for a certificate, those that name it as one of several alternatives.'}
  ]) AS row
  FROM counted JOIN intermediate.explicit_ask USING (posting_no) JOIN staging.certificate AS c USING (certificate_id)
  WHERE asks AND c.counted AND c.parent IS NULL
  GROUP BY ALL
), measured AS (
  FROM posting UNION ALL FROM mention
)
SELECT row.measure AS measure, scope, period, row.measured AS measured, row.k::INTEGER AS numerator, denominator::INTEGER AS denominator,
  share_of(row.k, denominator) AS share, wilson_low(row.k, denominator) AS share_low, wilson_high(row.k, denominator) AS share_high,
  denominator::INTEGER AS n
FROM measured
ORDER BY measure, scope, period
