-- One row per counted posting and skill that it asks for (required, preferred or mentioned).
-- slices: posting_no
-- key: posting_no, skill_id
SELECT DISTINCT posting_no, entity AS skill_id
FROM intermediate.mention
WHERE NOT is_certificate AND is_asked(requirement)
