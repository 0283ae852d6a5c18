-- One row per certificate and skill that it attests, by the taxonomy.
-- key: certificate_id, skill_id
-- column weight: how telling the skill is for the certificate, 0 (all certificates attest it) to 1 (no other, for one occupation only)
SELECT certificate_id, skill_id, weight / 1000.0::DOUBLE AS weight
FROM intermediate.skill_weight
ORDER BY certificate_id, skill_id
