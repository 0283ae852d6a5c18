-- As the aggregates counted them.
SELECT certificate_id::entity_id AS certificate_id, scope::scope_name AS scope, month, major, asking FROM aggregates.cell_ask
