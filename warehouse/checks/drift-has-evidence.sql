-- A mention rate drifted only where it was compared, and no more postings name a certificate than there are.
SELECT certificate_id, source, postings, naming, postings_before, naming_before
FROM marts.mention_rate
WHERE naming > postings OR naming_before > postings_before OR (drifted AND NOT (compared AND months_before >= 3))
