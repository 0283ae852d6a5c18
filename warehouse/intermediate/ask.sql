-- One row per counted posting and certificate that it asks for in the certificate's own kind, dated or not.
-- key: posting_id, certificate_id
SELECT posting_id, certificate_id, asking, soc, major, region, seniority, employer, employer_key, pay_year, pay_currency
FROM intermediate.demand JOIN intermediate.posting USING (posting_id)
WHERE asking > 0
