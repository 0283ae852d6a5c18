-- A matched or standardised share lies within 0 and 1; a standardised one is always given, and is 0 where nothing of the scope asks.
SELECT certificate_id, scope, month, share, share_matched, share_standardised FROM marts.certificate_month
WHERE NOT coalesce(share_matched BETWEEN 0 AND 1, true) OR NOT coalesce(share_standardised BETWEEN 0 AND 1, false)
