-- One row per certificate or skill, scope, source and month in which a counted posting names it. Families are not rolled up.
-- key: kind, entity, scope, source, month
-- column naming: postings that name it, at any requirement level
-- column asking: of these, those whose strongest level is an ask: required, preferred or mentioned; the three add up to it
-- column alternatives: of the asks, those that name it as one of several alternatives
-- column obtain_after_hire: of naming, those that let it be obtained after hire
-- column employer_provides: of naming, those whose employer provides it
-- column not_required: of naming, those that say it is not required
SELECT kind, entity, scope, source, month, count(*)::INTEGER AS naming,
  (count(*) FILTER (WHERE level <= 3))::INTEGER AS asking,
  (count(*) FILTER (WHERE level = 1))::INTEGER AS required,
  (count(*) FILTER (WHERE level = 2))::INTEGER AS preferred,
  (count(*) FILTER (WHERE level = 3))::INTEGER AS mentioned,
  (count(*) FILTER (WHERE level <= 3 AND alternative = 1))::INTEGER AS alternatives,
  (count(*) FILTER (WHERE level = 4))::INTEGER AS obtain_after_hire,
  (count(*) FILTER (WHERE level = 5))::INTEGER AS employer_provides,
  (count(*) FILTER (WHERE level = 6))::INTEGER AS not_required
FROM aggregates.posting_ask JOIN aggregates.posting_scope USING (posting_id)
GROUP BY kind, entity, scope, source, month
