-- An alarm lies beyond its first threshold and has a sentence.
SELECT * FROM marts.alarm
WHERE sentence IS NULL OR CASE WHEN alarm = 'volume_low' THEN value > warn_at + 1e-4 ELSE value < warn_at - 1e-4 END
