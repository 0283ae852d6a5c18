-- One row per certificate or skill, facet of the postings that ask for it and value, dated or not, as in facet_ask.
-- key: kind, entity, facet, value
SELECT kind, entity, facet, value, sum(asking)::BIGINT AS asking FROM intermediate.facet_ask GROUP BY ALL
