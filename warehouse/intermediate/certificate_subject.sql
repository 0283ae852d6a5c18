-- One row per certificate and subject that readers ask for by name. Skill subjects: more than half of the skills that it
-- attests are of that kind; families are left out, since their members stand for them. Issuers: what stands in brackets
-- (who delivers the exam) does not make another issuer.
-- key: certificate_id, subject
WITH family AS (
  SELECT DISTINCT parent AS certificate_id FROM staging.certificate WHERE parent IS NOT NULL
), attested AS (
  SELECT certificate_id, kind, count(*) AS skills FROM staging.certificate_skill JOIN staging.skill USING (skill_id) GROUP BY ALL
), kind AS (
  SELECT certificate_id, kind, skills / sum(skills) OVER (PARTITION BY certificate_id) AS part FROM attested
), subject AS (
  SELECT * FROM (VALUES ('soft', 'soft skills'), ('digital_literacy', 'digital literacy'), ('coding', 'coding'),
    ('design', 'graphic design'), ('marketing', 'digital marketing'), ('data_entry', 'data entry')) AS named(kind, subject)
), taught AS (
  SELECT certificate_id, subject FROM kind JOIN subject USING (kind) ANTI JOIN family USING (certificate_id) WHERE part > 0.5
), issued AS (
  SELECT certificate_id, issuer_root(issuer) AS subject FROM staging.certificate
  WHERE issuer_root(issuer) IN ('Cisco', 'Microsoft')
)
SELECT certificate_id, subject FROM (FROM taught UNION ALL FROM issued) SEMI JOIN (
  SELECT certificate_id FROM staging.certificate WHERE counted) USING (certificate_id)
