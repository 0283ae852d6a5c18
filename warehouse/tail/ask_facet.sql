-- As the aggregates counted them.
SELECT kind, entity::entity_id AS entity, facet, value, asking FROM aggregates.ask_facet
