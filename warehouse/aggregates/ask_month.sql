-- One row per certificate or skill, scope and month in which a counted posting names it or demands it in any kind. Asks for a
-- child count for its families.
-- key: kind, entity, scope, month
-- slices: month
-- column naming: postings that name it, at any requirement level
-- column asking: of these, those whose strongest level is an ask: required, preferred or mentioned; the three add up to it
-- column alternatives: of the asks, those that name it as one of several alternatives
-- column obtain_after_hire: of naming, those that let it be obtained after hire
-- column employer_provides: of naming, those whose employer provides it
-- column not_required: of naming, those that say it is not required
-- column skill: sum over postings of the weight of the most specific skill asked for that the certificate attests, in thousandths
-- column licence: postings for occupations that the licence is a condition of
-- column demand: sum of asks in the certificate's own kind of demand, or for the skill, in thousandths
WITH ask AS (
  SELECT posting_id, 'certificate' AS kind, certificate_id AS entity, level, alternative, skill_weight, licence, asking
  FROM aggregates.posting_demand
  UNION ALL
  SELECT posting_id, kind, entity, level, alternative, 0, 0, CASE WHEN level <= 3 THEN 1000 ELSE 0 END
  FROM aggregates.posting_ask WHERE kind = 'skill'
)
SELECT kind, entity, scope, month, count(level)::INTEGER AS naming,
  (count(*) FILTER (WHERE level <= 3))::INTEGER AS asking,
  (count(*) FILTER (WHERE level = 1))::INTEGER AS required,
  (count(*) FILTER (WHERE level = 2))::INTEGER AS preferred,
  (count(*) FILTER (WHERE level = 3))::INTEGER AS mentioned,
  (count(*) FILTER (WHERE level <= 3 AND alternative = 1))::INTEGER AS alternatives,
  (count(*) FILTER (WHERE level = 4))::INTEGER AS obtain_after_hire,
  (count(*) FILTER (WHERE level = 5))::INTEGER AS employer_provides,
  (count(*) FILTER (WHERE level = 6))::INTEGER AS not_required,
  sum(skill_weight)::BIGINT AS skill, sum(licence)::INTEGER AS licence, sum(asking)::BIGINT AS demand
FROM ask JOIN aggregates.posting_scope USING (posting_id)
GROUP BY kind, entity, scope, month
