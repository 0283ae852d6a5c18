-- One row per counted posting and issuer of which it asks for at least one certificate by name.
-- slices: posting_no
-- key: posting_no, issuer
SELECT DISTINCT posting_no, issuer_root(issuer) AS issuer
FROM intermediate.explicit_ask JOIN staging.certificate USING (certificate_id)
WHERE asks AND counted AND issuer_root(issuer) NOT IN ('', 'Various')
