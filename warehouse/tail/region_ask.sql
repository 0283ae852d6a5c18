-- As the aggregates counted them.
SELECT certificate_id::entity_id AS certificate_id, region, month, asking
FROM aggregates.region_ask SEMI JOIN (SELECT certificate_id FROM staging.supply) USING (certificate_id)
