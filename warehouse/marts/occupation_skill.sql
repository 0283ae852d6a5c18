-- One row per detailed occupation and skill that its postings ask for, over all postings that count, dated or not.
-- key: soc, skill_id
-- column soc: SOC 2018 detailed code
-- column postings: denominator: postings for the occupation
-- column asking: numerator: those that ask for the skill
-- column share: asking / postings
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
WITH size AS (
  SELECT soc, count(*) AS postings FROM intermediate.posting WHERE counted AND soc IS NOT NULL GROUP BY soc
), asked AS (
  SELECT soc, skill_id, count(*) AS asking
  FROM intermediate.skill_ask JOIN intermediate.posting USING (posting_no) WHERE soc IS NOT NULL GROUP BY ALL
)
SELECT soc, skill_id, postings::INTEGER AS postings, asking::INTEGER AS asking, share_of(asking, postings) AS share,
  wilson_low(asking, postings) AS share_low, wilson_high(asking, postings) AS share_high
FROM asked JOIN size USING (soc)
ORDER BY soc, skill_id
