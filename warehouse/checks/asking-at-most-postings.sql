-- No more postings ask than there are, in any kind of demand.
SELECT certificate_id, scope, month, postings, asking, explicit_asking, skill_asking, licence_asking FROM marts.certificate_month
WHERE greatest(asking, explicit_asking, skill_asking, licence_asking) > postings
  OR least(asking, explicit_asking, skill_asking, licence_asking) < 0
