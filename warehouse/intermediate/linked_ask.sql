-- One row per counted posting and certificate that took another's place, which it or one of its line is asked for in: a posting that
-- names both asks once, by the stronger ask, in the kind of demand of the one it names. Thousandths, as in demand.
-- slices: posting_no
-- key: posting_no, certificate_id
SELECT posting_no, lineage.certificate_id, max(asking) AS asking, bool_or(step = 0) AS own, bool_or(step > 0) AS before
FROM intermediate.demand JOIN intermediate.lineage ON member_id = demand.certificate_id
WHERE asking > 0
GROUP BY ALL
