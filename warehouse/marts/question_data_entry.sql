-- One row per measure and subject: does data entry fall because of automation? Postings that ask for its skills, the status
-- of its certificates with what their change is made of, and its occupations (SOC 2018 broad group 43-9020, data entry and
-- information processing workers) beside the projection of BLS. Nothing here tells automation from other causes.
-- key: measure, subject
-- column measure: skills before, skills now, certificate, or occupation; now are the last 12 months, before the 12 that ended 48 months earlier or, where data does not go back as far, the first 12
-- column subject: data entry, the certificate, or the SOC code
-- column measured: what is counted, in one sentence
-- column numerator: postings that ask, weighted by how telling the skill is for a certificate whose demand rests on skills
-- column denominator: all postings of the period
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: what the row rests on: postings, or asks over the whole series
-- column status: status of the certificate
-- column slope: change of the share in % a year, null where evidence is thin
-- column slope_low: lower bound of its 95 % interval
-- column slope_high: upper bound of its 95 % interval
-- column within: part of the certificate's change due to employers asking more or less often
-- column between: part due to occupations growing or shrinking
-- column source_mix: part due to sources that joined, left or changed their weight
-- column projected_change_pct: projected change of the occupation's employment, in %, of the latest round that was loaded
WITH span AS (
  SELECT max(month) AS last_month, greatest(min(month), (max(month) - INTERVAL 59 MONTH)::DATE) AS base
  FROM intermediate.scope_month WHERE scope = 'all'
), certificate AS (
  SELECT certificate_id, name FROM intermediate.certificate_subject JOIN staging.certificate USING (certificate_id)
  WHERE subject = 'data entry'
), counted AS (
  SELECT month, sum(postings) AS n FROM intermediate.question_count WHERE scope = 'all' GROUP BY month
), typing AS (
  SELECT month, postings AS k FROM intermediate.subject_ask WHERE measure = 'typing'
), skill AS (
  SELECT unnest([
    {measure: 'skills before', n: coalesce(sum(n) FILTER (month BETWEEN base AND base + INTERVAL 11 MONTH), 0),
      k: coalesce(sum(k) FILTER (month BETWEEN base AND base + INTERVAL 11 MONTH), 0)},
    {measure: 'skills now', n: coalesce(sum(n) FILTER (month > last_month - INTERVAL 12 MONTH), 0),
      k: coalesce(sum(k) FILTER (month > last_month - INTERVAL 12 MONTH), 0)}
  ]) AS row
  FROM counted CROSS JOIN span LEFT JOIN typing USING (month)
), recent AS (
  SELECT certificate_id, sum(asking) AS k, sum(postings) AS n FROM marts.certificate_month CROSS JOIN span
  WHERE scope = 'all' AND month > last_month - INTERVAL 12 MONTH GROUP BY ALL
), occupation AS (
  SELECT soc, sum(postings) FILTER (month > last_month - INTERVAL 12 MONTH) AS k,
    (SELECT sum(postings) FROM intermediate.scope_month WHERE scope = 'all' AND month > last_month - INTERVAL 12 MONTH) AS n
  FROM marts.occupation_month CROSS JOIN span GROUP BY soc, last_month
), measured AS (
  SELECT row.measure AS measure, 'data entry' AS subject, 'Data entry' AS name,
    'Postings that ask for at least one skill of data entry, such as typing or record keeping.' AS measured,
    row.k::DOUBLE AS k, row.n AS total, row.n AS n, NULL AS status, NULL::DOUBLE AS slope, NULL::DOUBLE AS slope_low,
    NULL::DOUBLE AS slope_high, NULL::DOUBLE AS within, NULL::DOUBLE AS "between", NULL::DOUBLE AS source_mix,
    NULL::DOUBLE AS projected_change_pct
  FROM skill WHERE row.n > 0
  UNION ALL
  SELECT 'certificate', c.certificate_id, c.name, 'Postings of the last 12 months that ask for it in its own kind of demand.',
    r.k, r.n, s.evidence, s.status, s.slope_pct_year, s.slope_low, s.slope_high, d.within, d."between", d.source_mix, NULL
  FROM certificate AS c LEFT JOIN recent AS r USING (certificate_id)
  LEFT JOIN marts.certificate_signal AS s USING (certificate_id) LEFT JOIN marts.certificate_decomposition AS d USING (certificate_id)
  UNION ALL
  SELECT 'occupation', soc, o.title, 'Postings of the last 12 months for the occupation.', coalesce(p.k, 0), coalesce(p.n, 0), t.postings,
    NULL, t.slope, t.slope_low, t.slope_high, NULL, NULL, NULL, t.projected_change_pct
  FROM staging.occupation AS o LEFT JOIN occupation AS p USING (soc) LEFT JOIN marts.occupation_outlook AS t USING (soc)
  WHERE starts_with(soc, '43-902')
)
SELECT measure, subject, name, measured, k AS numerator, total::INTEGER AS denominator, share_of(k, total) AS share,
  wilson_low(k, total) AS share_low, wilson_high(k, total) AS share_high, coalesce(n, 0)::INTEGER AS n, status, slope, slope_low,
  slope_high, within, "between", source_mix, projected_change_pct
FROM measured
ORDER BY measure, subject
