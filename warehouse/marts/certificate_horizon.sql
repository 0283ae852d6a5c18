-- One row per certificate with a forecast and number of months ahead: the share expected over the 12 months that end then. Damped-trend
-- smoothing and Theta on the log-odds, averaged; intervals of all smoothing models by how likely they are, stretched where those of
-- the last three years would not have held. None below 36 months or without enough evidence for a trend.
-- key: certificate_id, months_ahead
-- column months_ahead: 12, 24, 36, 48, 60 or 72
-- column month: last of the 12 months
-- column share: share expected
-- column low_80: lower bound of the 80 % interval
-- column high_80: upper bound of the 80 % interval
-- column low_95: lower bound of the 95 % interval
-- column high_95: upper bound of the 95 % interval
-- column p_below_half: probability that it is below half of the last 12 months' share
SELECT entity AS certificate_id, horizon.months_ahead AS months_ahead,
  (as_of + to_months(horizon.months_ahead))::DATE AS month,
  horizon.share AS share, horizon.low_80 AS low_80, horizon.high_80 AS high_80, horizon.low_95 AS low_95, horizon.high_95 AS high_95,
  horizon.p_below_half AS p_below_half
FROM (SELECT entity, as_of, unnest(horizons) AS horizon FROM intermediate.signal)
ORDER BY certificate_id, months_ahead
