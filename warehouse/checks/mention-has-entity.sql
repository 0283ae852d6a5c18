-- Every mention names a certificate or a skill of the taxonomy that the warehouse was built with.
SELECT posting_id, entity, kind FROM made.mention
WHERE (kind = 'certificate' AND entity NOT IN (SELECT certificate_id FROM marts.certificate))
  OR (kind = 'skill' AND entity NOT IN (SELECT skill_id FROM marts.skill))
  OR kind NOT IN ('certificate', 'skill')
