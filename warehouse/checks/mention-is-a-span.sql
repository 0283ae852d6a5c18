-- A mention is a span of text with a known requirement, and its evidence is at most 160 characters long.
SELECT posting_id, entity, start, "end", requirement, evidence FROM made.mention
WHERE NOT coalesce(start >= 0 AND "end" > start AND TRY_CAST(requirement AS requirement_level) IS NOT NULL, false) OR length(evidence) > 160
