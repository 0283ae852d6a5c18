-- One row per issuer, employer (0: all unknown ones) and year: dated postings that ask for at least one of its certificates by name.
-- slices: year
-- key: issuer, employer_no, year
SELECT issuer, coalesce(employer_no, 0) AS employer_no, year(month)::INTEGER AS year, count(*)::INTEGER AS postings
FROM intermediate.issuer_ask JOIN intermediate.question_posting USING (posting_no)
GROUP BY ALL
