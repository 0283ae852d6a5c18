-- The ask and share of a row are those of the certificate's kind of demand.
SELECT certificate_id, scope, month, kind, asking FROM marts.certificate_month
WHERE asking <> CASE kind WHEN 'explicit' THEN explicit_asking WHEN 'skill' THEN skill_asking ELSE licence_asking END
