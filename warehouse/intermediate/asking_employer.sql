-- One row per certificate (in its own kind of demand), line of certificates, skill or occupation, employer whose dated postings ask for
-- it (0: all unknown ones), and year.
-- slices: year
-- key: kind, entity, employer_no, year
WITH dated AS (
  SELECT posting_no, coalesce(employer_no, 0) AS employer_no, soc, year(month)::INTEGER AS year FROM intermediate.posting
  WHERE counted AND month IS NOT NULL
), certificate AS (
  SELECT DISTINCT certificate_id, employer_no, year FROM intermediate.demand JOIN dated USING (posting_no) WHERE asking > 0
), line AS (
  SELECT DISTINCT certificate_id, employer_no, year FROM intermediate.linked_ask JOIN dated USING (posting_no)
), skill AS (
  SELECT DISTINCT skill_id, employer_no, year FROM intermediate.skill_ask JOIN dated USING (posting_no)
)
SELECT 'certificate' AS kind, certificate_id::VARCHAR AS entity, employer_no, year FROM certificate
UNION ALL SELECT 'line', certificate_id::VARCHAR, employer_no, year FROM line
UNION ALL SELECT 'skill', skill_id::VARCHAR, employer_no, year FROM skill
UNION ALL SELECT DISTINCT 'occupation', soc, employer_no, year FROM dated WHERE soc IS NOT NULL
