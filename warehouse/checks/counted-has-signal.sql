-- Every counted certificate has exactly one signal.
SELECT certificate_id, count(s.certificate_id) AS signals
FROM marts.certificate LEFT JOIN marts.certificate_signal AS s USING (certificate_id)
WHERE counted GROUP BY certificate_id HAVING signals <> 1
