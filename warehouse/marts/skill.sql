-- One row per skill of the taxonomy.
-- key: skill_id
-- column kind: soft, digital_literacy, office, data_entry, design, marketing, coding, it, ...
-- column code: its key in ESCO or O*NET, where known
SELECT skill_id, name, kind, code FROM staging.skill ORDER BY skill_id
