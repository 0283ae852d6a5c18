-- One row per subject that readers ask for by name, and period: how many postings ask for its certificates by name, and how many
-- for its skills. The two stand beside each other and are never added up.
-- key: subject, measure, period
-- column subject: soft skills, digital literacy, coding, graphic design, digital marketing, data entry, Cisco or Microsoft
-- column measure: named, or skills
-- column period: whole series, or last 12 months
-- column measured: what is counted, in one sentence
-- column numerator: postings that ask
-- column denominator: all postings of the period
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: what the share rests on: the denominator
-- column certificates: certificates of the subject in the taxonomy
WITH subject AS (
  SELECT subject, count(*) AS certificates FROM intermediate.certificate_subject GROUP BY subject
), total AS (
  SELECT period, sum(postings) AS n FROM intermediate.question_count JOIN intermediate.question_period USING (month)
  WHERE scope = 'all' GROUP BY period
), counted AS (
  SELECT subject, measure, period, sum(postings) AS k
  FROM intermediate.subject_ask JOIN intermediate.question_period USING (month) GROUP BY ALL
)
SELECT subject, measure, period,
  CASE measure WHEN 'named' THEN 'Postings that ask for at least one of its certificates by name.'
    ELSE 'Postings that ask for at least one skill that its certificates attest.' END AS measured,
  coalesce(k, 0)::INTEGER AS numerator, n::INTEGER AS denominator, share_of(coalesce(k, 0), n) AS share,
  wilson_low(coalesce(k, 0), n) AS share_low, wilson_high(coalesce(k, 0), n) AS share_high, n::INTEGER AS n,
  certificates::INTEGER AS certificates
FROM subject CROSS JOIN total CROSS JOIN (VALUES ('named'), ('skills')) AS kind(measure)
LEFT JOIN counted USING (subject, measure, period)
ORDER BY subject, measure, period
