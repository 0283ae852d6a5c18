-- A horizon's share lies within its 80 % interval, that within the 95 % one and all within 0 and 1.
SELECT h.certificate_id AS entity, months_ahead, share, low_80, high_80, low_95, high_95, p_below_half
FROM marts.certificate_horizon AS h
WHERE NOT coalesce(0 <= low_95 AND low_95 <= low_80 AND low_80 <= share AND share <= high_80 AND high_80 <= high_95 AND high_95 <= 1
  AND p_below_half BETWEEN 0 AND 1, false)
UNION ALL
SELECT skill_id, 48, horizon_share, horizon_low_80, horizon_high_80, horizon_low, horizon_high, p_below_half
FROM marts.skill_signal
WHERE horizon_share IS NOT NULL AND NOT coalesce(0 <= horizon_low AND horizon_low <= horizon_low_80 AND horizon_low_80 <= horizon_share
  AND horizon_share <= horizon_high_80 AND horizon_high_80 <= horizon_high AND horizon_high <= 1 AND p_below_half BETWEEN 0 AND 1, false)
