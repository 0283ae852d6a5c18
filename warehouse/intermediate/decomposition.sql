-- One row per certificate with asks in either of two periods of 12 months: the change of its share, split by the Shapley value
-- (Shapley 1953; the mean over all orders of changing one factor after another) into three parts that sum to it.
-- key: certificate_id
WITH worth AS (
  SELECT certificate_id,
    sum(weight_0 * mix_0 * rate_0) AS f000, sum(weight_1 * mix_0 * rate_0) AS f100,
    sum(weight_0 * mix_1 * rate_0) AS f010, sum(weight_1 * mix_1 * rate_0) AS f110,
    sum(weight_0 * mix_0 * rate_1) AS f001, sum(weight_1 * mix_0 * rate_1) AS f101,
    sum(weight_0 * mix_1 * rate_1) AS f011, sum(weight_1 * mix_1 * rate_1) AS f111
  FROM intermediate.decomposition_cell GROUP BY ALL
), part AS (
  SELECT certificate_id,
    round((f010 - f000) / 3 + (f110 - f100) / 6 + (f011 - f001) / 6 + (f111 - f101) / 3, 12) AS "between",
    round((f100 - f000) / 3 + (f110 - f010) / 6 + (f101 - f001) / 6 + (f111 - f011) / 3, 12) AS source_mix,
    round(f111 - f000, 12) AS total
  FROM worth
)
SELECT certificate_id,
  strftime(base, '%Y-%m') || '..' || strftime(base_end, '%Y-%m') || ' to '
    || strftime(recent, '%Y-%m') || '..' || strftime(last_month, '%Y-%m') AS period,
  total - "between" - source_mix AS within, "between", source_mix, total
FROM part CROSS JOIN intermediate.compared_period
