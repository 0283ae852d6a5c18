-- One row per certificate and scope in which it was ever named or asked for in its own kind of demand: only there has it rows.
-- key: certificate_id, scope
SELECT certificate_id, scope FROM intermediate.series
GROUP BY ALL
HAVING sum(asking + asks + not_required + employer_provides + obtain_after_hire) > 0
