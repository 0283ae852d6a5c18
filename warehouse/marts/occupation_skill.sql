-- One row per detailed occupation and skill that its postings ask for, over all postings that count, dated or not.
-- key: soc, skill_id
-- column soc: SOC 2018 detailed code
-- column postings: denominator: postings for the occupation
-- column asking: numerator: those that ask for the skill
-- column share: asking / postings
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
WITH asked AS (
  SELECT value AS soc, entity AS skill_id, asking // 1000 AS asking
  FROM intermediate.ask_facet WHERE kind = 'skill' AND facet = 'soc' AND value <> ''
)
SELECT soc, skill_id, postings::INTEGER AS postings, asking::INTEGER AS asking, share_of(asking, postings) AS share,
  wilson_low(asking, postings) AS share_low, wilson_high(asking, postings) AS share_high
FROM asked JOIN intermediate.occupation_size USING (soc)
ORDER BY soc, skill_id
