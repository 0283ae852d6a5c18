-- One row per scope and source with postings in it: the source that it stands as where sources are matched. In scope all each
-- stands for itself; in the others, whose sources are thin, the forty with most postings do and the rest stand together as '',
-- which bounds the cost and moves little: none of them holds more than a fortieth of the scope.
-- key: scope, source
SELECT scope, source,
  CASE WHEN scope = 'all' OR row_number() OVER (PARTITION BY scope ORDER BY sum(postings) DESC, source) <= 40 THEN source ELSE ''::source_name END AS stands_as
FROM intermediate.source_count
GROUP BY scope, source
