-- A family is asked for at least as often as each of its children that is measured by the same kind of demand.
SELECT child.certificate_id, parent, child.scope, child.month, child.explicit_asking, family.explicit_asking AS family_asking
FROM marts.certificate_month AS child
JOIN marts.certificate USING (certificate_id)
LEFT JOIN marts.certificate_month AS family
  ON family.certificate_id = parent AND family.scope = child.scope AND family.month = child.month
WHERE parent IS NOT NULL AND coalesce(family.explicit_asking, 0) < child.explicit_asking
