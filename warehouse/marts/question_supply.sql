-- One row per step, region and year of the certificates earned that the user loaded: does supply meet demand? How many certificates
-- stand on which of the five steps of supply_demand, and how many could not be compared.
-- key: step, region, year
-- column step: very oversupplied, oversupplied, balanced, undersupplied, very undersupplied or insufficient evidence
-- column region: as the table says, or all where it says none
-- column measured: what is counted, in one sentence
-- column numerator: certificates and unknown names on the step
-- column denominator: all certificates and unknown names of region and year
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: what the share rests on: the denominator
-- column earned: certificates earned of those on the step
WITH step AS (
  SELECT * FROM (VALUES ('very oversupplied'), ('oversupplied'), ('balanced'), ('undersupplied'), ('very undersupplied'),
    ('insufficient evidence')) AS named(step)
), total AS (
  SELECT region, year, count(*) AS n FROM marts.supply_demand GROUP BY ALL
), counted AS (
  SELECT step, region, year, count(*) AS k, sum(earned) AS earned FROM marts.supply_demand GROUP BY ALL
)
SELECT step, region, year, 'Certificates of the table on this step of supply against demand.' AS measured,
  coalesce(k, 0)::INTEGER AS numerator, n::INTEGER AS denominator, share_of(coalesce(k, 0), n) AS share,
  wilson_low(coalesce(k, 0), n) AS share_low, wilson_high(coalesce(k, 0), n) AS share_high, n::INTEGER AS n,
  coalesce(earned, 0)::BIGINT AS earned
FROM step CROSS JOIN total LEFT JOIN counted USING (step, region, year)
ORDER BY step, region, year
