-- Required, preferred and mentioned add up to the explicit asks, and alternatives are among them.
SELECT certificate_id, scope, month, required, preferred, mentioned, alternatives, explicit_asking FROM marts.certificate_month
WHERE required + preferred + mentioned <> explicit_asking OR alternatives > explicit_asking
