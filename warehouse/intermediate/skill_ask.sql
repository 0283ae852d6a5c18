-- One row per counted posting and skill that it asks for (required, preferred or mentioned).
-- key: posting_id, skill_id
SELECT DISTINCT posting_id, entity AS skill_id
FROM intermediate.mention
WHERE kind = 'skill' AND requirement_rank(requirement) <= 3
