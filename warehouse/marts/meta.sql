-- One row per fact about the warehouse as a whole.
-- key: key
-- column key: which fact; schema_version is raised when a mart changes its meaning, as_of is the last month of the series, built_from the hash of what it rests on, basis postings or, where no single posting is known, aggregates
-- column value: its value as text
WITH span AS (
  SELECT min(month) AS first_month, max(month) AS last_month FROM intermediate.scope_month WHERE scope = 'all'
)
SELECT fact.key, fact.value FROM (
  SELECT unnest([
    {key: 'schema_version', value: getvariable('schema_version')},
    {key: 'simulated', value: getvariable('simulated')},
    {key: 'built_from', value: getvariable('fingerprint')},
    {key: 'extractor', value: getvariable('extractor')},
    {key: 'taxonomy', value: getvariable('taxonomy_version')},
    {key: 'basis', value: getvariable('basis')},
    {key: 'attributions', value: getvariable('attributions')},
    {key: 'as_of', value: last_month::VARCHAR},
    {key: 'first_month', value: first_month::VARCHAR},
    {key: 'last_month', value: last_month::VARCHAR},
    {key: 'postings', value: postings::VARCHAR},
    {key: 'postings_dated', value: dated::VARCHAR},
    {key: 'sources', value: sources::VARCHAR}
  ]) AS fact FROM intermediate.posting_count CROSS JOIN span
)
ORDER BY fact.key
