-- One row per certificate, scope and month: how many postings ask for it, in each of the three kinds of demand, which are
-- never added up. Copies, postings without a date and censored sources are left out. Asks for a child count for its family.
-- A certificate has rows in the scopes where it was ever named or asked for in its own kind, there one for every month with
-- postings.
-- key: certificate_id, scope, month
-- column scope: all, soc:<2-digit SOC group>, cluster:<career cluster>, region:<code>, entry or internship
-- column month: first day of the month of posting
-- column kind: the kind of demand that asking and share are of: explicit, skill or licence
-- column postings: denominator: postings in scope
-- column asking: numerator: postings that ask, in the certificate's kind; for skill the sum of weights
-- column share: asking / postings
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column share_matched: share when every source keeps its own rate, so that none moves it by joining, leaving or growing; at the level of the latest 12 months (the whole series where these have no asks); null where the month cannot be compared with the last one or none of its sources ever asks
-- column share_standardised: share when every occupation group (unknown is one) counts as much as over the whole series of the scope
-- column required: of the explicit asks, those that require it
-- column preferred: of the explicit asks, those that prefer it
-- column mentioned: of the explicit asks, those that merely name it; the three add up to explicit_asking
-- column alternatives: of the explicit asks, those that name it as one of several alternatives
-- column not_required: postings that say it is not required: no ask
-- column employer_provides: postings whose employer provides it: no ask
-- column obtain_after_hire: postings that let it be obtained after hire: no ask
-- column employers: distinct employers among the asks
-- column employer_hhi: Herfindahl concentration of the asks over employers, 0..1; 1 is a single employer
-- column explicit_asking: postings that name it
-- column skill_asking: sum over postings of the weight of the most specific skill asked for that it attests
-- column licence_asking: postings for occupations that the licence is a condition of
WITH month AS (
  SELECT c.certificate_id, c.demand, m.scope, m.month, m.postings,
    coalesce(s.asking, 0) AS asking, coalesce(s.skill, 0) AS skill, coalesce(s.licence, 0) AS licence,
    coalesce(s.asks, 0) AS asks, coalesce(s.required, 0) AS required, coalesce(s.preferred, 0) AS preferred,
    coalesce(s.mentioned, 0) AS mentioned, coalesce(s.alternatives, 0) AS alternatives, coalesce(s.not_required, 0) AS not_required,
    coalesce(s.employer_provides, 0) AS employer_provides, coalesce(s.obtain_after_hire, 0) AS obtain_after_hire,
    coalesce(s.employers, 0) AS employers, s.employer_hhi
  FROM intermediate.certificate_scope
  JOIN staging.certificate AS c USING (certificate_id)
  JOIN intermediate.scope_month AS m USING (scope)
  LEFT JOIN intermediate.series AS s ON s.certificate_id = c.certificate_id AND s.scope = m.scope AND s.month = m.month
)
SELECT month.certificate_id, month.scope, month.month, demand AS kind, postings,
  asking / 1000.0::DOUBLE AS asking,
  share_of(asking, 1000.0 * postings) AS share,
  wilson_low(asking / 1000.0::DOUBLE, postings) AS share_low,
  wilson_high(asking / 1000.0::DOUBLE, postings) AS share_high,
  share_matched, least(coalesce(mix.weighted, 0) / 1e18, 1) AS share_standardised,
  required, preferred, alternatives, mentioned, not_required, employer_provides, obtain_after_hire,
  employers, employer_hhi,
  asks AS explicit_asking, share_of(asks, postings) AS explicit_share,
  skill / 1000.0::DOUBLE AS skill_asking, share_of(skill, 1000.0 * postings) AS skill_share,
  licence AS licence_asking, share_of(licence, postings) AS licence_share
FROM month
LEFT JOIN intermediate.mix_ask AS mix USING (certificate_id, scope, month)
LEFT JOIN intermediate.matched AS m
  ON m.kind = 'certificate' AND m.entity = month.certificate_id AND m.scope = month.scope AND m.month = month.month
ORDER BY month.certificate_id, month.scope, month.month
