-- One row per measure and subject with asks: are soft skills prized and transferable? Each soft skill by name, and each certificate of
-- soft skills. Breadth is over occupation groups: the industry of an employer is not known.
-- key: measure, subject
-- column measure: skill or certificate
-- column subject: the skill's or certificate's id
-- column measured: what is counted, in one sentence
-- column numerator: postings of the last 12 months that ask for it; a certificate's are weighted by how telling the skill is
-- column denominator: all postings of the last 12 months
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: asks over the whole collection, that breadth rests on
-- column breadth: entropy of the asks over the 23 SOC groups, 0 (one group) to 1 (all alike)
-- column groups: SOC groups with asks
WITH span AS (
  SELECT max(month) AS last_month FROM intermediate.scope_month WHERE scope = 'all'
), total AS (
  SELECT sum(postings) AS postings FROM intermediate.scope_month CROSS JOIN span
  WHERE scope = 'all' AND month > last_month - INTERVAL 12 MONTH
), soft AS (
  SELECT 'skill' AS measure, skill_id AS subject, month, major, 1000 AS asking
  FROM intermediate.skill_ask JOIN staging.skill USING (skill_id)
  JOIN (SELECT posting_no, month, major FROM intermediate.posting) USING (posting_no) WHERE kind = 'soft'
  UNION ALL
  SELECT 'certificate', certificate_id, month, major, asking
  FROM intermediate.ask JOIN intermediate.certificate_subject AS s USING (certificate_id) WHERE s.subject = 'soft skills'
), cell AS (
  SELECT measure, subject, month > last_month - INTERVAL 12 MONTH AS is_recent, major, count(*) AS n, sum(asking) AS asking
  FROM soft CROSS JOIN span GROUP BY ALL
), counted AS (
  SELECT measure, subject, sum(n) AS n, sum(asking) FILTER (is_recent) AS asking FROM cell GROUP BY ALL
), grouped AS (
  SELECT measure, subject, major, sum(asking)::DOUBLE AS asking FROM cell WHERE major IS NOT NULL GROUP BY ALL
), part AS (
  SELECT measure, subject, asking / sum(asking) OVER (PARTITION BY measure, subject) AS p FROM grouped
), breadth AS (
  SELECT measure, subject, abs(round(-sum(p * ln(p)) / ln(23), 9)) AS breadth, count(*)::INTEGER AS "groups" FROM part GROUP BY ALL
), measured AS (
  SELECT measure, subject, coalesce(asking, 0) / 1000.0::DOUBLE AS k, postings AS total, n, breadth, "groups"
  FROM counted LEFT JOIN breadth USING (measure, subject) CROSS JOIN total
)
SELECT measure, subject, coalesce(s.name, c.name) AS name,
  CASE measure WHEN 'skill' THEN 'Postings of the last 12 months that ask for the skill by name.'
    ELSE 'Postings of the last 12 months that ask for it in its own kind of demand, skills weighted by how telling they are.'
    END AS measured,
  k AS numerator, total::INTEGER AS denominator, share_of(k, total) AS share, wilson_low(k, total) AS share_low,
  wilson_high(k, total) AS share_high, n::INTEGER AS n, breadth, "groups"
FROM measured LEFT JOIN staging.skill AS s ON measure = 'skill' AND s.skill_id = subject
LEFT JOIN staging.certificate AS c ON measure = 'certificate' AND c.certificate_id = subject
ORDER BY measure, subject
