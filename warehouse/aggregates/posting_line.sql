-- One row per counted posting and certificate that took another's place, which it or one of its line is asked for in, as in
-- intermediate.linked_ask; `own` and `before` are 1 or 0.
-- key: posting_id, certificate_id
-- slices: month
SELECT posting_id, line.certificate_id, max(asking) AS asking, max(CASE WHEN step = 0 THEN 1 ELSE 0 END) AS own,
  max(CASE WHEN step > 0 THEN 1 ELSE 0 END) AS before
FROM aggregates.posting_demand AS d JOIN given.lineage AS line ON member_id = d.certificate_id
WHERE asking > 0
GROUP BY posting_id, line.certificate_id
