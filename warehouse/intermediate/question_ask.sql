-- One row per scope (all, entry, internship), month, requirement level and whether it is one of several: the asks for certificates
-- by name that are no part of another, a posting once each.
-- slices: month
-- key: scope, month, requirement, alternative
SELECT scope, month, requirement, alternative, count(*)::INTEGER AS asks
FROM (SELECT posting_no, month, unnest(scopes) AS scope FROM intermediate.question_posting)
JOIN intermediate.explicit_ask USING (posting_no) JOIN staging.certificate AS c USING (certificate_id)
WHERE asks AND c.counted AND c.parent IS NULL
GROUP BY ALL
