-- One row per certificate that took another's place, and each member of its line: itself (step 0), those that it followed (1), those
-- that these followed (2), and so on. A line that runs in a circle ends after 20 steps.
-- key: certificate_id, member_id
WITH RECURSIVE line AS (
  SELECT DISTINCT c.certificate_id, c.certificate_id AS member_id, 0 AS step
  FROM staging.certificate AS c JOIN staging.certificate AS before ON before.successor = c.certificate_id
  UNION
  SELECT line.certificate_id, before.certificate_id, step + 1
  FROM line JOIN staging.certificate AS before ON before.successor = member_id
  WHERE step < 20
)
SELECT certificate_id, member_id, min(step)::INTEGER AS step FROM line GROUP BY ALL
