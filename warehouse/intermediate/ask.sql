-- One row per counted posting and certificate that it asks for in the certificate's own kind, dated or not.
-- slices: posting_no
-- key: posting_no, certificate_id
SELECT posting_no, certificate_id, asking, source, month, soc, major, region, seniority, employer_no, pay_year, pay_currency
FROM intermediate.demand JOIN intermediate.posting USING (posting_no)
WHERE asking > 0
