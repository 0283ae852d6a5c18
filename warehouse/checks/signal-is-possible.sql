-- A signal's slope lies within its interval, its probabilities and shares within 0 and 1, and its status among those published.
SELECT certificate_id, status, slope_pct_year, slope_low, slope_high, p_value, q_value, share_now, peak_share
FROM marts.certificate_signal
WHERE slope_low > slope_pct_year OR slope_high < slope_pct_year OR slope_low < -100
  OR NOT coalesce(p_value BETWEEN 0 AND 1, true) OR NOT coalesce(q_value BETWEEN p_value - 1e-9 AND 1, true)
  OR NOT coalesce(share_now BETWEEN 0 AND 1, true) OR NOT coalesce(peak_share BETWEEN 0 AND 1, true)
  OR status NOT IN ('emerging', 'growing', 'stable', 'fading', 'obsolescent', 'retired by issuer', 'insufficient evidence')
