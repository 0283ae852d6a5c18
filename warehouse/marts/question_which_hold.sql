-- One row per counted certificate with asks: which ones hold value? The ranking within each kind of demand, by the lower bound of the
-- share, so that thin evidence never leads, with the evidence behind it. A share of postings is not worth.
-- key: certificate_id
-- column kind: the kind of demand that it is ranked in: explicit, skill or licence; kinds are never mixed
-- column rank: 1 is the highest lower bound of its kind; equal bounds share a rank
-- column measured: what is counted, in one sentence
-- column numerator: asks of the last 12 months, weighted by how telling the skill is in the kind skill
-- column denominator: postings of the last 12 months
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: asks over the whole series
-- column status: what its trend says, by the rules of certificate_signal
-- column family: true where it stands for its members
WITH span AS (
  SELECT max(month) AS last_month FROM intermediate.scope_month WHERE scope = 'all'
), recent AS (
  SELECT certificate_id, sum(asking) AS k, sum(postings) AS n FROM marts.certificate_month CROSS JOIN span
  WHERE scope = 'all' AND month > last_month - INTERVAL 12 MONTH GROUP BY ALL
)
SELECT certificate_id, c.name, s.kind, rank() OVER (PARTITION BY s.kind ORDER BY wilson_low(k, r.n) DESC)::INTEGER AS rank,
  CASE s.kind WHEN 'explicit' THEN 'Postings of the last 12 months that ask for it by name.'
    WHEN 'skill' THEN 'Postings of the last 12 months that ask for the skills that it attests, weighted by how telling they are.'
    ELSE 'Postings of the last 12 months for the occupations that it is a legal condition of.' END AS measured,
  k AS numerator, r.n::INTEGER AS denominator, share_of(k, r.n) AS share, wilson_low(k, r.n) AS share_low,
  wilson_high(k, r.n) AS share_high, s.evidence AS n, s.employers, s.months, s.status, s.slope_pct_year, s.slope_low, s.slope_high,
  certificate_id IN (SELECT parent FROM marts.certificate WHERE parent IS NOT NULL) AS family
FROM marts.certificate AS c JOIN marts.certificate_signal AS s USING (certificate_id) JOIN recent AS r USING (certificate_id)
WHERE s.evidence > 0 OR k > 0
ORDER BY certificate_id
