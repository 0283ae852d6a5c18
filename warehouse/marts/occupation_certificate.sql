-- One row per detailed occupation and certificate that its postings ask for, in the certificate's own kind of demand. Over all
-- postings that count, dated or not, so that the shares of an occupation have one denominator; kinds are not to be ranked together.
-- key: soc, certificate_id
-- column soc: SOC 2018 detailed code
-- column kind: the kind of demand that asking is of: explicit, skill or licence
-- column postings: denominator: postings for the occupation
-- column asking: numerator: those that ask for it; for skill the sum of weights; for licence all of them, since the law asks
-- column share: asking / postings
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
WITH asked AS (
  SELECT value AS soc, entity AS certificate_id, asking / 1000.0::DOUBLE AS asking
  FROM intermediate.ask_facet WHERE kind = 'certificate' AND facet = 'soc' AND value <> ''
)
SELECT soc, certificate_id, c.demand AS kind, postings::INTEGER AS postings, asking, share_of(asking, postings) AS share,
  wilson_low(asking, postings) AS share_low, wilson_high(asking, postings) AS share_high
FROM asked JOIN intermediate.occupation_size USING (soc) JOIN staging.certificate AS c USING (certificate_id)
ORDER BY soc, certificate_id
