-- A share lies within its interval, and both within 0 and 1.
SELECT certificate_id AS entity, scope, month, share, share_low, share_high FROM marts.certificate_month
WHERE NOT coalesce(0 <= share_low AND share_low <= share AND share <= share_high AND share_high <= 1, false)
UNION ALL
SELECT skill_id, scope, month, share, share_low, share_high FROM marts.skill_month
WHERE NOT coalesce(0 <= share_low AND share_low <= share AND share <= share_high AND share_high <= 1, false)
