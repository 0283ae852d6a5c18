-- One row per certificate with asks: the change of its share between two periods of 12 months, split into three parts
-- that sum to it: the Shapley value over all orders of changing one factor after another.
-- key: certificate_id, period
-- column period: first and second period, YYYY-MM..YYYY-MM to YYYY-MM..YYYY-MM
-- column within: part due to employers of one source and occupation group asking more or less often
-- column between: part due to occupation groups growing or shrinking within their sources
-- column source_mix: part due to sources that joined, left or changed their weight
-- column total: share in the second period minus share in the first
SELECT certificate_id, period, within, "between", source_mix, total
FROM intermediate.decomposition
ORDER BY certificate_id, period
