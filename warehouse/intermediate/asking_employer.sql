-- One row per certificate (in its own kind of demand), line of certificates or skill, employer whose dated postings ask for it (0: all
-- unknown ones), and year.
-- slices: year
-- key: kind, entity, employer_no, year
WITH dated AS (
  SELECT posting_no, coalesce(employer_no, 0) AS employer_no, year(month)::INTEGER AS year FROM intermediate.posting
  WHERE counted AND month IS NOT NULL
)
SELECT DISTINCT 'certificate'::series_kind AS kind, certificate_id AS entity, employer_no, year
FROM intermediate.demand JOIN dated USING (posting_no) WHERE asking > 0
UNION ALL
SELECT DISTINCT 'line'::series_kind, certificate_id, employer_no, year FROM intermediate.linked_ask JOIN dated USING (posting_no)
UNION ALL
SELECT DISTINCT 'skill'::series_kind, skill_id, employer_no, year FROM intermediate.skill_ask JOIN dated USING (posting_no)
