-- As the aggregates counted them: distinct ones cannot be added up.
SELECT kind, entity, employers FROM aggregates.employer_count
