-- A share lies within its interval, and both within 0 and 1.
WITH shared AS (
  SELECT certificate_id AS entity, scope, month, share, share_low, share_high FROM marts.certificate_month
  UNION ALL
  SELECT skill_id, scope, month, share, share_low, share_high FROM marts.skill_month
  UNION ALL
  SELECT certificate_id, 'stock', month, share, share_low, share_high FROM marts.certificate_stock
  UNION ALL
  SELECT certificate_id, 'line', month, share, share_low, share_high FROM marts.succession_month
  UNION ALL
  SELECT issuer, 'issuer', month, share, share_low, share_high FROM marts.issuer_month
  UNION ALL
  SELECT certificate_id, soc, NULL, share, share_low, share_high FROM marts.occupation_certificate
  UNION ALL
  SELECT skill_id, soc, NULL, share, share_low, share_high FROM marts.occupation_skill
)
FROM shared WHERE NOT coalesce(0 <= share_low AND share_low <= share AND share <= share_high AND share_high <= 1, false)
