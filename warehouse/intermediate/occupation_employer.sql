-- One row per occupation, employer with dated postings for it (0: all unknown ones), and year.
-- slices: year
-- key: soc, employer_no, year
SELECT DISTINCT soc, coalesce(employer_no, 0) AS employer_no, year(month)::INTEGER AS year
FROM intermediate.posting
WHERE counted AND month IS NOT NULL AND soc IS NOT NULL
