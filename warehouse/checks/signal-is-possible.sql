-- A signal's slope and shares lie within their intervals, its probabilities and shares within 0 and 1, and its status among those published.
WITH signal AS (
  SELECT certificate_id AS entity, status, slope_pct_year, slope_low, slope_high, p_value, q_value, share_now, share_now_low,
    share_now_high, peak_share, share_corrected, share_corrected_low, share_corrected_high FROM marts.certificate_signal
  UNION ALL
  SELECT skill_id, status, slope_pct_year, slope_low, slope_high, p_value, q_value, share_now, share_now_low, share_now_high,
    peak_share, NULL, NULL, NULL FROM marts.skill_signal
)
FROM signal
WHERE slope_low > slope_pct_year OR slope_high < slope_pct_year OR slope_low < -100
  OR NOT coalesce(p_value BETWEEN 0 AND 1, true) OR NOT coalesce(q_value BETWEEN p_value AND 1, true)
  OR NOT coalesce(share_now BETWEEN share_now_low AND share_now_high, true) OR NOT coalesce(share_now BETWEEN 0 AND 1, true)
  OR NOT coalesce(share_corrected BETWEEN share_corrected_low AND share_corrected_high, true)
  OR NOT coalesce(peak_share BETWEEN 0 AND 1, true)
  OR status NOT IN ('emerging', 'growing', 'stable', 'fading', 'obsolescent', 'retired by issuer', 'insufficient evidence')
