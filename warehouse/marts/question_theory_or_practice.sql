-- One row per measure and subject: theory or practice? What the occupations that certificates are for ask for, and the
-- certificates do not attest. Over certificates whose skills are known.
-- key: measure, subject
-- column measure: coverage, missing skill, or experience
-- column subject: the certificate, the skill, or target occupations
-- column name: name of the subject
-- column measured: what is counted, in one sentence
-- column numerator: asks, certificates or postings that fulfil it
-- column denominator: those that it is a part of
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: what the share rests on: the denominator
-- column asked_share: for a missing skill the share of postings of those occupations that ask for it, averaged over certificates
WITH linked AS (
  SELECT DISTINCT certificate_id FROM staging.certificate_skill
), coverage AS (
  SELECT 'coverage' AS measure, certificate_id AS subject, name,
    'Of the skill asks in the occupations that it is for, those for skills that it attests.' AS measured,
    coalesce(sum(asking) FILTER (attested), 0)::BIGINT AS k, sum(asking)::BIGINT AS n, NULL::DOUBLE AS asked_share
  FROM intermediate.target_skill JOIN staging.certificate USING (certificate_id) SEMI JOIN linked USING (certificate_id)
  GROUP BY ALL
), missing AS (
  SELECT certificate_id, unnest(missing_skills) AS skill FROM marts.certificate_profile SEMI JOIN linked USING (certificate_id)
), skill AS (
  SELECT 'missing skill', skill.skill_id, any_value(skill.name),
    'Certificates that do not attest it, though it is among the twelve skills most asked for in their occupations that they lack.',
    count(DISTINCT certificate_id), (SELECT count(DISTINCT certificate_id) FROM missing), avg(skill.share ORDER BY skill.share)
  FROM missing GROUP BY skill.skill_id
), target AS (
  SELECT DISTINCT unnest(soc) AS soc FROM staging.certificate SEMI JOIN linked USING (certificate_id) WHERE counted
), practice AS (
  SELECT 'experience', 'target occupations', 'Experience',
    'Postings of the occupations that certificates are for that ask for some years of experience.',
    count(*) FILTER (experience_min > 0), count(*), NULL
  FROM intermediate.posting SEMI JOIN target USING (soc) WHERE counted HAVING count(*) > 0
), measured AS (
  FROM coverage UNION ALL FROM skill UNION ALL FROM practice
)
SELECT measure, subject, name, measured, k::INTEGER AS numerator, n::INTEGER AS denominator, share_of(k, n) AS share,
  wilson_low(k, n) AS share_low, wilson_high(k, n) AS share_high, n::INTEGER AS n, asked_share
FROM measured
ORDER BY measure, subject
