-- No certificate or skill is called emerging, growing, stable, fading or obsolescent on less than 24 months, 100 asks and 10 employers.
SELECT certificate_id AS entity, status, months, evidence, employers FROM marts.certificate_signal
WHERE status NOT IN ('retired by issuer', 'insufficient evidence') AND (months < 24 OR evidence < 100 OR employers < 10)
UNION ALL
SELECT skill_id, status, months, evidence, employers FROM marts.skill_signal
WHERE status <> 'insufficient evidence' AND (months < 24 OR evidence < 100 OR employers < 10)
