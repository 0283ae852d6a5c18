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
), timed AS (
  SELECT posting_no, period FROM intermediate.question_posting JOIN intermediate.question_period USING (month)
), total AS (
  SELECT period, count(*) AS n FROM timed GROUP BY period
), asked AS (
  SELECT DISTINCT subject, 'named' AS measure, posting_no
  FROM intermediate.certificate_subject JOIN intermediate.explicit_ask USING (certificate_id) WHERE asks
  UNION ALL
  SELECT DISTINCT subject, 'skills', posting_no
  FROM intermediate.certificate_subject JOIN staging.certificate_skill USING (certificate_id)
  JOIN intermediate.skill_ask USING (skill_id)
), counted AS (
  SELECT subject, measure, period, count(*) AS k FROM asked JOIN timed USING (posting_no) GROUP BY ALL
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
